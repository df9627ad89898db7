// Only what the SAX2 push parser and its error reports need.
//
// Debian's libxml2 is built with ICU, and its headers would bring in the system's ICU headers,
// which clash with the ICU inside Foundation ("UErrorCode has different definitions"). Nothing
// here touches ICU types, so they are left out.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
