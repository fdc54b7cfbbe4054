#pragma once
#include <sqlite3.h>

// SQLITE_TRANSIENT is a cast of -1 to a function pointer, which Swift cannot import.
static inline int sqlite_bind_text_copied(
    sqlite3_stmt *statement, int index, const void *text, sqlite3_uint64 count) {
  return sqlite3_bind_text64(
      statement, index, (const char *)text, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

// The same for a blob.
static inline int sqlite_bind_blob_copied(
    sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_blob64(statement, index, bytes, count, SQLITE_TRANSIENT);
}

// sqlite3_db_config is variadic, which Swift cannot call.
static inline int sqlite_set_flag(sqlite3 *connection, int flag, int on) {
  return sqlite3_db_config(connection, flag, on, (int *)0);
}

// The file that a connection has open, or why there is none. In C, since the methods of a file are function pointers.
static inline int sqlite_open_file(sqlite3 *connection, sqlite3_file **file) {
  *file = 0;
  int code = sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, file);
  if (code != SQLITE_OK) return code;
  return *file && (*file)->pMethods ? SQLITE_OK : SQLITE_MISUSE;
}

// Writes through that file.
static inline int sqlite_write_at(
    sqlite3 *connection, const void *bytes, int count, sqlite3_int64 offset) {
  sqlite3_file *file;
  int code = sqlite_open_file(connection, &file);
  return code == SQLITE_OK ? file->pMethods->xWrite(file, bytes, count, offset) : code;
}

// Reads through that file.
static inline int sqlite_read_at(
    sqlite3 *connection, void *bytes, int count, sqlite3_int64 offset) {
  sqlite3_file *file;
  int code = sqlite_open_file(connection, &file);
  return code == SQLITE_OK ? file->pMethods->xRead(file, bytes, count, offset) : code;
}
