/* The limit for CSV: one pass of libcsv over a file, with callbacks that do nothing.
 *
 *   csv_pass FILE          reads the file; prints the number of bytes
 *   csv_pass --count FILE  counts fields, records and bytes of values instead, so that it can be
 *                          checked that a pass sees the whole file
 *
 * Delimiter ; and quote ", as in the data of the benchmark. One thread. A program that gives every
 * byte to libcsv takes at least as long on one core.
 */
#include <csv.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct totals {
  long fields, records, bytes;
};

static void field_nothing(void *value, size_t length, void *state) {
  (void)value, (void)length, (void)state;
}

static void record_nothing(int terminator, void *state) { (void)terminator, (void)state; }

static void field_count(void *value, size_t length, void *state) {
  struct totals *totals = state;
  (void)value;
  totals->fields += 1;
  totals->bytes += (long)length;
}

static void record_count(int terminator, void *state) {
  (void)terminator;
  ((struct totals *)state)->records += 1;
}

int main(int count, char **arguments) {
  int counts = count == 3 && strcmp(arguments[1], "--count") == 0;
  if (count != 2 && !counts) {
    fprintf(stderr, "usage: csv_pass [--count] FILE\n");
    return 64;
  }
  const size_t size = 256 * 1024;
  char *buffer = malloc(size);
  int file = open(arguments[count - 1], O_RDONLY);
  struct csv_parser parser;
  if (!buffer || file < 0 || csv_init(&parser, 0) != 0) {
    perror(arguments[count - 1]);
    return 1;
  }
  csv_set_delim(&parser, ';');
  void (*field)(void *, size_t, void *) = counts ? field_count : field_nothing;
  void (*record)(int, void *) = counts ? record_count : record_nothing;
  struct totals totals = {0, 0, 0};
  long bytes = 0;
  ssize_t got;
  while ((got = read(file, buffer, size)) > 0) {
    bytes += got;
    if (csv_parse(&parser, buffer, (size_t)got, field, record, &totals) != (size_t)got) {
      fprintf(stderr, "%s\n", csv_strerror(csv_error(&parser)));
      return 1;
    }
  }
  if (got < 0 || csv_fini(&parser, field, record, &totals) != 0) return 1;
  if (counts) {
    printf("{\"bytes\": %ld, \"records\": %ld, \"fields\": %ld, \"values\": %ld}\n", bytes,
           totals.records, totals.fields, totals.bytes);
  } else {
    printf("{\"bytes\": %ld}\n", bytes);
  }
  csv_free(&parser);
  free(buffer);
  return 0;
}
