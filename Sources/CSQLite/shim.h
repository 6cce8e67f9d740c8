#ifndef PLACEWISE_CSQLITE_SHIM_H
#define PLACEWISE_CSQLITE_SHIM_H

#include <sqlite3.h>

/* Swift cannot call a variadic C function: sqlite3_db_config with its (int, int *) form. */
static inline int placewise_db_config_flag(sqlite3 *connection, int option, int on) {
  int now = 0;
  return sqlite3_db_config(connection, option, on, &now);
}

/* SQLITE_TRANSIENT is a cast of -1 to a function pointer, which Swift does not import:
   SQLite takes a copy of the text before it returns. */
static inline int placewise_bind_text_copy(
    sqlite3_stmt *statement, int index, const void *text, sqlite3_uint64 count) {
  return sqlite3_bind_text64(
      statement, index, (const char *)text, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/* SQLITE_STATIC likewise: SQLite reads the caller's bytes in place, without a copy. The bytes
   must stay where they are until the statement is stepped and bound anew. */
static inline int placewise_bind_text_static(
    sqlite3_stmt *statement, int index, const void *text, sqlite3_uint64 count) {
  return sqlite3_bind_text64(
      statement, index, (const char *)text, count, SQLITE_STATIC, SQLITE_UTF8);
}

/* SQLITE_TRANSIENT for bytes that are not text. */
static inline int placewise_bind_blob_copy(
    sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_blob64(statement, index, bytes, count, SQLITE_TRANSIENT);
}

/* SQLITE_STATIC for bytes that are not text. */
static inline int placewise_bind_blob_static(
    sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_blob64(statement, index, bytes, count, SQLITE_STATIC);
}

#endif
