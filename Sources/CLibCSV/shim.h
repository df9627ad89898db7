// libcsv ships a header and no pkg-config file, so the module map links it by name.
#include <csv.h>
