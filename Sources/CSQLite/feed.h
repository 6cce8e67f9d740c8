#ifndef PLACEWISE_FEED_H
#define PLACEWISE_FEED_H

/* A table that is not stored: SQLite pulls its rows from the program, so that one statement,
   INSERT INTO t SELECT * FROM feed, takes them all, without a bind, a step and a reset for each.
   SQLite calls these functions for every row and column. They are C because they extend SQLite's
   own structures, whose layout Swift does not promise to keep. */

#include <sqlite3.h>
#include <string.h>

/* A field of a row, as the program fills it in and SQLite takes it. */
typedef struct placewise_field {
  const char *text;     /* where the text is; it stays there until the next row is pulled */
  sqlite3_int64 number; /* the whole number, the bits of the number, or the length of the text */
  int kind;             /* SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT or SQLITE_NULL */
} placewise_field;

/* Where the rows come from. */
typedef struct placewise_feed {
  placewise_field *fields;
  int count;
  /* Fills the fields: 1 for a row, 0 for the end, -1 for a failure that `context` knows. */
  int (*pull)(void *context);
  void *context;
} placewise_feed;

typedef struct placewise_feed_table {
  sqlite3_vtab base;
  placewise_feed *feed;
} placewise_feed_table;

typedef struct placewise_feed_cursor {
  sqlite3_vtab_cursor base;
  placewise_feed *feed;
  sqlite3_int64 row;
  int is_at_end;
} placewise_feed_cursor;

static inline int placewise_feed_connect(
    sqlite3 *connection, void *context, int count, const char *const *arguments,
    sqlite3_vtab **made, char **message) {
  (void)count, (void)arguments, (void)message;
  placewise_feed *feed = (placewise_feed *)context;
  sqlite3_str *text = sqlite3_str_new(connection);
  for (int column = 0; column < feed->count; column++) {
    sqlite3_str_appendf(text, "%s c%d", column == 0 ? "CREATE TABLE feed (" : ",", column);
  }
  sqlite3_str_appendall(text, ")");
  char *declaration = sqlite3_str_finish(text);
  if (declaration == NULL) return SQLITE_NOMEM;
  int code = sqlite3_declare_vtab(connection, declaration);
  sqlite3_free(declaration);
  if (code != SQLITE_OK) return code;
  /* Not for views or triggers of a file: only the statement of the program may read it. */
  sqlite3_vtab_config(connection, SQLITE_VTAB_DIRECTONLY);
  placewise_feed_table *table = (placewise_feed_table *)sqlite3_malloc(sizeof *table);
  if (table == NULL) return SQLITE_NOMEM;
  memset(table, 0, sizeof *table);
  table->feed = feed;
  *made = &table->base;
  return SQLITE_OK;
}

static inline int placewise_feed_disconnect(sqlite3_vtab *table) {
  sqlite3_free(table);
  return SQLITE_OK;
}

static inline int placewise_feed_plan(sqlite3_vtab *table, sqlite3_index_info *info) {
  (void)table;
  info->estimatedCost = 1e6;
  return SQLITE_OK;
}

static inline int placewise_feed_open(sqlite3_vtab *table, sqlite3_vtab_cursor **made) {
  placewise_feed_cursor *cursor = (placewise_feed_cursor *)sqlite3_malloc(sizeof *cursor);
  if (cursor == NULL) return SQLITE_NOMEM;
  memset(cursor, 0, sizeof *cursor);
  cursor->feed = ((placewise_feed_table *)table)->feed;
  *made = &cursor->base;
  return SQLITE_OK;
}

static inline int placewise_feed_close(sqlite3_vtab_cursor *cursor) {
  sqlite3_free(cursor);
  return SQLITE_OK;
}

static inline int placewise_feed_next(sqlite3_vtab_cursor *base) {
  placewise_feed_cursor *cursor = (placewise_feed_cursor *)base;
  const int found = cursor->feed->pull(cursor->feed->context);
  cursor->row++;
  cursor->is_at_end = found != 1;
  return found < 0 ? SQLITE_ABORT : SQLITE_OK;
}

static inline int placewise_feed_filter(
    sqlite3_vtab_cursor *base, int plan, const char *name, int count, sqlite3_value **values) {
  (void)plan, (void)name, (void)count, (void)values;
  return placewise_feed_next(base);
}

static inline int placewise_feed_eof(sqlite3_vtab_cursor *base) {
  return ((placewise_feed_cursor *)base)->is_at_end;
}

static inline int placewise_feed_column(
    sqlite3_vtab_cursor *base, sqlite3_context *result, int column) {
  const placewise_field *field = &((placewise_feed_cursor *)base)->feed->fields[column];
  double real;
  switch (field->kind) {
    case SQLITE_INTEGER: sqlite3_result_int64(result, field->number); break;
    case SQLITE_FLOAT:
      memcpy(&real, &field->number, sizeof real);
      sqlite3_result_double(result, real);
      break;
    case SQLITE_TEXT:
      sqlite3_result_text64(
          result, field->text, (sqlite3_uint64)field->number, SQLITE_STATIC, SQLITE_UTF8);
      break;
    default: sqlite3_result_null(result);
  }
  return SQLITE_OK;
}

static inline int placewise_feed_rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *row) {
  *row = ((placewise_feed_cursor *)base)->row;
  return SQLITE_OK;
}

/* Makes the feed readable under a name, for as long as the feed lives; a null feed takes the name
   away again. */
static inline int placewise_feed_register(
    sqlite3 *connection, const char *name, placewise_feed *feed) {
  static const sqlite3_module module = {
      .iVersion = 0,
      .xConnect = placewise_feed_connect,
      .xBestIndex = placewise_feed_plan,
      .xDisconnect = placewise_feed_disconnect,
      .xOpen = placewise_feed_open,
      .xClose = placewise_feed_close,
      .xFilter = placewise_feed_filter,
      .xNext = placewise_feed_next,
      .xEof = placewise_feed_eof,
      .xColumn = placewise_feed_column,
      .xRowid = placewise_feed_rowid,
  };
  return sqlite3_create_module_v2(connection, name, feed == NULL ? NULL : &module, feed, NULL);
}

#endif
