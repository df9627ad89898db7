// libzip, for reading. Its functions and its plain structures are all that is needed.
#include <zip.h>
