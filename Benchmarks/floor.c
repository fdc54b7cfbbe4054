// The floor: what libcsv alone needs to parse a file, in one thread, with callbacks that do nothing.
//
//   floor FILE      prints "rows seconds-of-wall seconds-of-cpu"

#include <csv.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

static void on_field(void *text, size_t count, void *context) {
  (void)text, (void)count, (void)context;
}

static void on_row(int end, void *context) {
  (void)end;
  ++*(long *)context;
}

static double wall(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double cpu(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

int main(int count, char **arguments) {
  static char chunk[1 << 18];
  struct csv_parser parser;
  long rows = 0;
  int file = count == 2 ? open(arguments[1], O_RDONLY) : -1;
  if (file < 0 || csv_init(&parser, CSV_STRICT) != 0) {
    fprintf(stderr, "floor: cannot read %s\n", count == 2 ? arguments[1] : "nothing");
    return EXIT_FAILURE;
  }
  double wall_start = wall(), cpu_start = cpu();
  ssize_t got;
  while ((got = read(file, chunk, sizeof chunk)) > 0) {
    if (csv_parse(&parser, chunk, (size_t)got, on_field, on_row, &rows) != (size_t)got) {
      fprintf(stderr, "floor: %s\n", csv_strerror(csv_error(&parser)));
      return EXIT_FAILURE;
    }
  }
  csv_fini(&parser, on_field, on_row, &rows);
  printf("%ld %.3f %.3f\n", rows, wall() - wall_start, cpu() - cpu_start);
  csv_free(&parser);
  return EXIT_SUCCESS;
}
