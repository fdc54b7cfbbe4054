#pragma once
#include <csv.h>
#include <stdint.h>
#include <string.h>

// The fields of one record, one after another in memory that Swift owns.
struct csv_record {
  unsigned char *bytes;
  size_t byte_capacity;
  size_t byte_count;
  uint32_t *ends;  // where each field ends in bytes
  size_t field_capacity;
  size_t field_count;
  size_t longest_field;
  size_t row_count;
  int problem;
};

enum { csv_record_too_many_fields = 1, csv_record_field_too_long = 2 };

// Collects one field. In C, because a callback into Swift for each field costs more than libcsv.
static inline void csv_record_field(void *field, size_t length, void *context) {
  struct csv_record *record = (struct csv_record *)context;
  if (length > record->longest_field || length > record->byte_capacity - record->byte_count) {
    record->problem = csv_record_field_too_long;
    return;
  }
  if (record->field_count == record->field_capacity) {
    record->problem = csv_record_too_many_fields;
    return;
  }
  if (length > 0) memcpy(record->bytes + record->byte_count, field, length);
  record->byte_count += length;
  record->ends[record->field_count++] = (uint32_t)record->byte_count;
}

// Counts rows, so that two records handed over as one are noticed. In C for the same reason.
static inline void csv_record_row(int terminator, void *context) {
  (void)terminator;
  ((struct csv_record *)context)->row_count += 1;
}

// Feeds bytes with the two collectors above, whose addresses Swift cannot take.
static inline size_t csv_record_parse(
    struct csv_parser *parser, const void *bytes, size_t count, struct csv_record *record) {
  return csv_parse(parser, bytes, count, csv_record_field, csv_record_row, record);
}

// Ends a record with the same collectors.
static inline int csv_record_finish(struct csv_parser *parser, struct csv_record *record) {
  return csv_fini(parser, csv_record_field, csv_record_row, record);
}

// The place of a byte at or after `from`, or `to`: memchr looks at many bytes at a time.
static inline size_t csv_find_byte(
    const unsigned char *bytes, size_t from, size_t to, unsigned char byte) {
  const void *found = from < to ? memchr(bytes + from, byte, to - from) : NULL;
  return found ? (size_t)((const unsigned char *)found - bytes) : to;
}
