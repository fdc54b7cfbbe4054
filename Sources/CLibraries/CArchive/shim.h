#pragma once
#include <archive.h>
#include <archive_entry.h>
#include <stdint.h>
#include <stdio.h>

// The sum and the size that a gzip file ends with (RFC 1952, 2.3.1), which libarchive passes over;
// 0 when the file is too short. In C, so that the wrapper needs no file handling of its own.
static inline int archive_gzip_trailer(const char *path, uint32_t *sum, uint32_t *size) {
  unsigned char bytes[8];
  FILE *file = fopen(path, "rb");
  if (!file) return 0;
  int isRead = fseek(file, -8, SEEK_END) == 0 && fread(bytes, 1, 8, file) == 8;
  fclose(file);
  if (!isRead) return 0;
  *sum = bytes[0] | bytes[1] << 8 | bytes[2] << 16 | (uint32_t)bytes[3] << 24;
  *size = bytes[4] | bytes[5] << 8 | bytes[6] << 16 | (uint32_t)bytes[7] << 24;
  return 1;
}
