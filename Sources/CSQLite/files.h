#ifndef PLACEWISE_FILES_H
#define PLACEWISE_FILES_H

#include <errno.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Changes two names for each other, with no moment in which either is absent. Swift sees neither
   renameat2 nor its flag, which the C library declares only for _GNU_SOURCE. */
static inline int placewise_exchange(const char *one, const char *other) {
#ifdef SYS_renameat2
  const unsigned int exchange = 2; /* RENAME_EXCHANGE */
  return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, exchange);
#else
  (void)one, (void)other;
  errno = ENOSYS;
  return -1;
#endif
}

/* Writes all that a file system holds back to its disk: one call for a folder of many files.
   Declared only for _GNU_SOURCE, too. */
static inline int placewise_synchronise(int descriptor) {
#ifdef SYS_syncfs
  return (int)syscall(SYS_syncfs, descriptor);
#else
  return fsync(descriptor);
#endif
}

/* Gives room of a file back to the disk without changing its length, where the file system can. */
static inline void placewise_release(int descriptor, long long offset, long long count) {
#ifdef SYS_fallocate
  const int keepAndPunch = 1 | 2; /* FALLOC_FL_KEEP_SIZE | FALLOC_FL_PUNCH_HOLE */
  if (sizeof(long) == 8) syscall(SYS_fallocate, descriptor, keepAndPunch, offset, count);
#else
  (void)descriptor, (void)offset, (void)count;
#endif
}

/* Opens a file; variadic in C for the sake of the mode. */
static inline int placewise_open(const char *path, int flags, unsigned int mode) {
  return open(path, flags | O_CLOEXEC, mode);
}

#endif
