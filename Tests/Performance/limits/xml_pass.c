/* The limit for XML: one pass of libxml2's SAX2 push parser over a file, with callbacks that do
 * nothing but count.
 *
 *   xml_pass FILE
 *
 * Blocks of 64 KiB, no network, entities are not replaced: as a program has to read a dump that
 * came from outside. One thread. SAX2 cannot be called without a handler, so it counts: elements
 * and characters, by which the pass is checked.
 */
#include <fcntl.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct totals {
  long elements, characters;
};

static void start(void *state, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                  int namespaces, const xmlChar **declared, int attributes, int defaulted,
                  const xmlChar **values) {
  (void)name, (void)prefix, (void)uri, (void)namespaces, (void)declared, (void)attributes;
  (void)defaulted, (void)values;
  ((struct totals *)state)->elements += 1;
}

static void end(void *state, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)state, (void)name, (void)prefix, (void)uri;
}

static void characters(void *state, const xmlChar *text, int length) {
  (void)text;
  ((struct totals *)state)->characters += length;
}

int main(int count, char **arguments) {
  if (count != 2) {
    fprintf(stderr, "usage: xml_pass FILE\n");
    return 64;
  }
  LIBXML_TEST_VERSION;
  const int size = 64 * 1024;
  char *buffer = malloc((size_t)size);
  int file = open(arguments[1], O_RDONLY);
  if (!buffer || file < 0) {
    perror(arguments[1]);
    return 1;
  }
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = start;
  handler.endElementNs = end;
  handler.characters = characters;
  struct totals totals = {0, 0};
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, &totals, NULL, 0, NULL);
  if (!parser) return 1;
  xmlCtxtUseOptions(parser, XML_PARSE_NONET);
  long bytes = 0;
  ssize_t got;
  int problem = 0;
  while (problem == 0 && (got = read(file, buffer, (size_t)size)) > 0) {
    bytes += got;
    problem = xmlParseChunk(parser, buffer, (int)got, 0);
  }
  if (problem == 0) problem = xmlParseChunk(parser, buffer, 0, 1);
  if (problem != 0) fprintf(stderr, "libxml2 error %d\n", problem);
  printf("{\"bytes\": %ld, \"elements\": %ld, \"characters\": %ld}\n", bytes, totals.elements,
         totals.characters);
  xmlFreeParserCtxt(parser);
  free(buffer);
  return problem != 0;
}
