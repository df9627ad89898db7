// zlib. `inflateInit2` is a macro around `inflateInit2_`, which takes the size of the stream that
// the caller was compiled with; Swift passes it itself.
#include <zlib.h>
