#ifndef PLACEWISE_RECORDS_H
#define PLACEWISE_RECORDS_H

/* Rows in the form in which they lie in a database file, so that they can be laid out on another
   thread than the one that stores them. The format is SQLite's published one, which does not
   change: https://sqlite.org/fileformat2.html, sections 1.6, 2.1 and 2.3. */

#include "feed.h"
#include <errno.h>
#include <stdint.h>
#include <unistd.h>

#define PLACEWISE_PAGE_BYTES 65536

/* What a column takes, each a bit of a byte per column. */
enum {
  placewise_takes_null = 1,
  placewise_takes_integer = 2,
  placewise_takes_real = 4,
  placewise_takes_text = 8
};

static inline int placewise_put_varint(unsigned char *out, uint64_t value) {
  if (value < 0x80) {
    out[0] = (unsigned char)value;
    return 1;
  }
  if (value >> 56) {
    for (int index = 7; index >= 0; index--) {
      out[index] = (unsigned char)(value >> (8 + 7 * (7 - index))) | 0x80;
    }
    out[8] = (unsigned char)value;
    return 9;
  }
  int count = 2;
  while (value >> (7 * count)) count++;
  for (int index = 0; index < count; index++) {
    out[index] = (unsigned char)(value >> (7 * (count - 1 - index))) | 0x80;
  }
  out[count - 1] &= 0x7f;
  return count;
}

static inline void placewise_put_big(unsigned char *out, uint64_t value, int bytes) {
  value = __builtin_bswap64(value << (64 - 8 * bytes));
  memcpy(out, &value, 8);
}

/* The serial type of a whole number, and how many bytes follow. */
static inline int placewise_integer_type(int64_t value, int *bytes) {
  if (value == 0 || value == 1) {
    *bytes = 0;
    return value == 0 ? 8 : 9;
  }
  const uint64_t size = value < 0 ? ~(uint64_t)value : (uint64_t)value;
  if (size < 0x80) return *bytes = 1;
  if (size < 0x8000) return *bytes = 2;
  if (size < 0x800000) return *bytes = 3;
  if (size < 0x80000000) return *bytes = 4;
  if (size < 0x800000000000) {
    *bytes = 6;
    return 5;
  }
  *bytes = 8;
  return 6;
}

/* How many bytes a row may need as a record, and as it is digested. */
static inline size_t placewise_record_room(const placewise_field *fields, int count) {
  size_t room = 32;
  for (int column = 0; column < count; column++) {
    room += 24;
    if (fields[column].kind == SQLITE_TEXT) room += (size_t)fields[column].number;
  }
  return room;
}

/* Writes a row as a record. `out` has the room asked for above.
   Gives its length, or -1 - column where a column does not take its field. */
static inline int64_t placewise_put_record(
    unsigned char *out, const placewise_field *fields, const unsigned char *takes, int count) {
  unsigned char *const body = out + 9 + 9 * (size_t)count;
  unsigned char *next = body;
  /* The types go behind the longest length there may be, and both are moved together at the end. */
  unsigned char *type = out + 9;
  for (int column = 0; column < count; column++) {
    const placewise_field *field = &fields[column];
    int bytes;
    int64_t whole;
    double real;
    switch (field->kind) {
      case SQLITE_INTEGER:
        if (!(takes[column] & (placewise_takes_integer | placewise_takes_real))) return -1 - column;
        /* A whole number in a column of numbers is stored as such, and read as a number. Beyond
           six bytes it may not be one that the column can hold. */
        whole = field->number;
        if (!(takes[column] & placewise_takes_integer)
            && (whole > 0x7fffffffffff || whole < -0x7fffffffffff)) return -1 - column;
        *type++ = (unsigned char)placewise_integer_type(whole, &bytes);
        if (bytes > 0) placewise_put_big(next, (uint64_t)whole, bytes);
        next += bytes;
        break;
      case SQLITE_FLOAT:
        memcpy(&real, &field->number, sizeof real);
        if (real != real) {
          if (!(takes[column] & placewise_takes_null)) return -1 - column;
          *type++ = 0;
          break;
        }
        if (!(takes[column] & placewise_takes_real)) return -1 - column;
        if (real >= -140737488355327.0 && real <= 140737488355327.0
            && (double)(whole = (int64_t)real) == real) {
          *type++ = (unsigned char)placewise_integer_type(whole, &bytes);
          if (bytes > 0) placewise_put_big(next, (uint64_t)whole, bytes);
          next += bytes;
        } else {
          *type++ = 7;
          placewise_put_big(next, (uint64_t)field->number, 8);
          next += 8;
        }
        break;
      case SQLITE_TEXT:
        if (!(takes[column] & placewise_takes_text)) return -1 - column;
        type += placewise_put_varint(type, 13 + 2 * (uint64_t)field->number);
        memcpy(next, field->text, (size_t)field->number);
        next += field->number;
        break;
      default:
        if (!(takes[column] & placewise_takes_null)) return -1 - column;
        *type++ = 0;
    }
  }
  const size_t types = (size_t)(type - (out + 9));
  /* The length of the head counts itself. */
  unsigned char length[9];
  int own = placewise_put_varint(length, types + 1);
  if (own > 1) own = placewise_put_varint(length, types + (size_t)own);
  memcpy(out, length, (size_t)own);
  memmove(out + own, out + 9, types);
  memmove(out + own + types, body, (size_t)(next - body));
  return own + (int64_t)types + (next - body);
}

/* Writes a row as `ContentDigest` takes it, and gives the length. The row was a record before. */
static inline size_t placewise_put_digested(
    unsigned char *out, const placewise_field *fields, const unsigned char *takes, int count) {
  unsigned char *next = out;
  *next++ = 'R';
  for (int column = 0; column < count; column++) {
    const placewise_field *field = &fields[column];
    double real;
    uint64_t bits = (uint64_t)field->number;
    switch (field->kind) {
      case SQLITE_INTEGER:
        *next++ = (takes[column] & placewise_takes_integer) ? 'I' : 'F';
        if (!(takes[column] & placewise_takes_integer)) {
          real = (double)field->number;
          memcpy(&bits, &real, sizeof bits);
        }
        placewise_put_big(next, bits, 8);
        next += 8;
        break;
      case SQLITE_FLOAT:
        memcpy(&real, &field->number, sizeof real);
        if (real != real) {
          *next++ = 'N';
          break;
        }
        *next++ = 'F';
        /* SQLite stores a whole number as such, which has no negative zero. */
        placewise_put_big(next, real == 0 ? 0 : bits, 8);
        next += 8;
        break;
      case SQLITE_TEXT:
        *next++ = 'T';
        placewise_put_big(next, bits, 8);
        memcpy(next + 8, field->text, (size_t)field->number);
        next += 8 + field->number;
        break;
      default: *next++ = 'N';
    }
  }
  return (size_t)(next - out);
}

/* A page of the leaves of a table, with nothing on it. */
static inline void placewise_clear_leaf(unsigned char *page) {
  memset(page, 0, PLACEWISE_PAGE_BYTES);
  page[0] = 0x0d;
}

/* Adds a row to a leaf: its record, or the first `local` bytes of it and the page that the rest
   begins on. Gives 0 where there is no room. */
static inline int placewise_add_to_leaf(
    unsigned char *page, uint64_t row, const unsigned char *record, size_t length, size_t local,
    uint32_t rest) {
  unsigned char head[18];
  int used = placewise_put_varint(head, length);
  used += placewise_put_varint(head + used, row);
  const size_t cells = (size_t)page[3] << 8 | page[4];
  size_t start = (size_t)page[5] << 8 | page[6];
  if (start == 0) start = PLACEWISE_PAGE_BYTES;
  const size_t size = (size_t)used + local + (local < length ? 4 : 0);
  if (8 + 2 * (cells + 1) + size > start) return 0;
  start -= size;
  memcpy(page + start, head, (size_t)used);
  memcpy(page + start + used, record, local);
  if (local < length) {
    rest = __builtin_bswap32(rest);
    memcpy(page + start + used + local, &rest, 4);
  }
  page[8 + 2 * cells] = (unsigned char)(start >> 8);
  page[9 + 2 * cells] = (unsigned char)start;
  page[3] = (unsigned char)((cells + 1) >> 8);
  page[4] = (unsigned char)(cells + 1);
  page[5] = (unsigned char)(start >> 8);
  page[6] = (unsigned char)start;
  return 1;
}

/* Adds a child to a page above the leaves: its number and the last row in it. The page has nothing
   on it, or children, and the last child of all is set by `placewise_end_interior`. */
static inline void placewise_add_to_interior(unsigned char *page, uint32_t child, uint64_t row) {
  const size_t cells = (size_t)page[3] << 8 | page[4];
  size_t start = (size_t)page[5] << 8 | page[6];
  if (start == 0) start = PLACEWISE_PAGE_BYTES;
  unsigned char cell[13];
  child = __builtin_bswap32(child);
  memcpy(cell, &child, 4);
  const size_t size = 4 + (size_t)placewise_put_varint(cell + 4, row);
  start -= size;
  memcpy(page + start, cell, size);
  page[0] = 0x05;
  page[12 + 2 * cells] = (unsigned char)(start >> 8);
  page[13 + 2 * cells] = (unsigned char)start;
  page[3] = (unsigned char)((cells + 1) >> 8);
  page[4] = (unsigned char)(cells + 1);
  page[5] = (unsigned char)(start >> 8);
  page[6] = (unsigned char)start;
}

static inline void placewise_end_interior(unsigned char *page, uint32_t child) {
  child = __builtin_bswap32(child);
  memcpy(page + 8, &child, 4);
}

/* Writes all bytes at a place of a file; 0, or -1 with `errno` set. */
static inline int placewise_write_at(
    int descriptor, const void *bytes, size_t count, int64_t offset) {
  const unsigned char *next = (const unsigned char *)bytes;
  while (count > 0) {
    const ssize_t written = pwrite(descriptor, next, count, offset);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return -1;
    next += written;
    count -= (size_t)written;
    offset += written;
  }
  return 0;
}

#endif
