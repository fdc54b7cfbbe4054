// Stands between a program and the C library, and lets its N-th change of the disk go wrong.
//
// Every call that opens, writes, syncs, names or removes a file is numbered, over all threads, from 1.
// (strace can do the same, but counts for each thread apart, so that some calls are never reached.)
//
//   FAULT_CALLS=WHICH    which calls are numbered, each word with all that follow it:
//                        every, change (the disk), fill (need space), write
//   FAULT_COUNTER=FILE   a file of 8 bytes in which the number of calls is kept
//   FAULT_LOG=FILE       a line for each call: its number or 0, its name, and the path where it has one
//   FAULT=kill:N         SIGKILL instead of the N-th call
//   FAULT=torn:N         the same; a write first writes half of what it was given
//   FAULT=full:N         ENOSPC from the N-th call on
//   FAULT=broken:N       EIO at the N-th call alone
//
// Built with: clang -shared -fPIC -O1 -o faults.so faults.c -ldl -lpthread

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum fault { NONE, KILL, TORN, FULL, BROKEN };
// What a call does to the disk; each is also all those before it.
enum effect { EVERY, CHANGE, FILL, WRITE };

static enum fault fault = NONE;
static enum effect numbered = EVERY;
static uint64_t fault_at = 0;
static _Atomic uint64_t own_counter;
static _Atomic uint64_t *counter = &own_counter;
static int log_descriptor = -1;
// The number of the call that this thread is in.
static _Thread_local uint64_t turn;

// Straight to the kernel, so that our own files are not counted.
static int kernel_open(const char *path, int flags) {
  return (int)syscall(SYS_openat, AT_FDCWD, path, flags | O_CLOEXEC, 0600);
}

__attribute__((constructor)) static void begin(void) {
  const char *wanted = getenv("FAULT");
  static const char *const names[] = {"", "kill:", "torn:", "full:", "broken:"};
  for (int kind = KILL; wanted && kind <= BROKEN; kind++) {
    size_t length = strlen(names[kind]);
    if (strncmp(wanted, names[kind], length) == 0) {
      fault = kind;
      fault_at = strtoull(wanted + length, NULL, 10);
    }
  }
  wanted = getenv("FAULT_CALLS");
  static const char *const effects[] = {"every", "change", "fill", "write"};
  for (int effect = EVERY; wanted && effect <= WRITE; effect++) {
    if (strcmp(wanted, effects[effect]) == 0) numbered = effect;
  }
  const char *path = getenv("FAULT_COUNTER");
  if (path) {
    int descriptor = kernel_open(path, O_RDWR | O_CREAT);
    if (descriptor >= 0 && syscall(SYS_ftruncate, descriptor, (off_t)8) == 0) {
      void *shared = mmap(NULL, 8, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
      if (shared != MAP_FAILED) counter = shared;
    }
  }
  path = getenv("FAULT_LOG");
  if (path) log_descriptor = kernel_open(path, O_WRONLY | O_CREAT | O_APPEND);
}

static void die(void) {
  syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
  for (;;) pause();
}

// Numbers a call. Returns the errno with which it fails, or 0 for it to go ahead.
static int take_turn(const char *name, enum effect effect, const char *path) {
  turn = effect < numbered ? 0 : atomic_fetch_add(counter, 1) + 1;
  if (log_descriptor >= 0) {
    char line[1024];
    int length = snprintf(line, sizeof line, "%llu %s %s\n", (unsigned long long)turn, name, path);
    if (length >= (int)sizeof line) length = (int)sizeof line - 1;
    syscall(SYS_write, log_descriptor, line, (size_t)length);
  }
  if (turn == 0) return 0;
  switch (fault) {
  case KILL:
    if (turn == fault_at) die();
    return 0;
  case FULL: return turn >= fault_at && effect >= FILL ? ENOSPC : 0;
  case BROKEN: return turn == fault_at ? EIO : 0;
  default: return 0;
  }
}

static int is_torn(void) { return fault == TORN && turn == fault_at; }

// What the program prints is not the disk.
static int is_console(int descriptor) { return descriptor == 1 || descriptor == 2; }

// Nor are the kernel's own files, which libdispatch cannot do without.
static int is_kernels(const char *path) {
  return strncmp(path, "/proc/", 6) == 0 || strncmp(path, "/sys/", 5) == 0 ||
         strncmp(path, "/dev/", 5) == 0;
}

#define REAL(result, name, ...)                                                                   \
  static result (*real)(__VA_ARGS__);                                                              \
  if (!real) real = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

#define OR_FAIL(name, effect, path)                                                                \
  do {                                                                                             \
    int failure = take_turn(name, effect, path);                                                   \
    if (failure) {                                                                                 \
      errno = failure;                                                                             \
      return -1;                                                                                   \
    }                                                                                              \
  } while (0)

#define WRITES(symbol, ...)                                                                        \
  if (!is_console(descriptor)) {                                                                   \
    OR_FAIL(#symbol, WRITE, "");                                                                   \
    if (is_torn()) {                                                                               \
      (void)!real(descriptor, bytes, count / 2, ##__VA_ARGS__);                                    \
      die();                                                                                       \
    }                                                                                              \
  }                                                                                                \
  return real(descriptor, bytes, count, ##__VA_ARGS__)

ssize_t write(int descriptor, const void *bytes, size_t count) {
  REAL(ssize_t, "write", int, const void *, size_t);
  WRITES(write);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
  REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
  WRITES(pwrite, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
  WRITES(pwrite64, offset);
}

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
  REAL(ssize_t, "writev", int, const struct iovec *, int);
  if (!is_console(descriptor)) OR_FAIL("writev", WRITE, "");
  if (is_torn()) die();
  return real(descriptor, parts, count);
}

// Every other call either happens or does not.
#define WHOLE(symbol, effect, path, parameters, arguments, ...)                                    \
  int symbol parameters {                                                                          \
    REAL(int, #symbol, __VA_ARGS__);                                                               \
    OR_FAIL(#symbol, effect, path);                                                                \
    if (is_torn()) die();                                                                          \
    return real arguments;                                                                         \
  }

WHOLE(fsync, FILL, "", (int descriptor), (descriptor), int)
WHOLE(fdatasync, FILL, "", (int descriptor), (descriptor), int)
WHOLE(ftruncate, CHANGE, "", (int descriptor, off_t size), (descriptor, size), int, off_t)
WHOLE(ftruncate64, CHANGE, "", (int descriptor, off64_t size), (descriptor, size), int, off64_t)
WHOLE(rename, FILL, to, (const char *from, const char *to), (from, to), const char *, const char *)
WHOLE(renameat, FILL, to, (int at, const char *from, int into, const char *to), (at, from, into, to), int,
      const char *, int, const char *)
WHOLE(renameat2, FILL, to, (int at, const char *from, int into, const char *to, unsigned flags),
      (at, from, into, to, flags), int, const char *, int, const char *, unsigned)
WHOLE(link, FILL, to, (const char *from, const char *to), (from, to), const char *, const char *)
WHOLE(symlink, FILL, path, (const char *target, const char *path), (target, path), const char *,
      const char *)
WHOLE(symlinkat, FILL, path, (const char *target, int at, const char *path), (target, at, path),
      const char *, int, const char *)
WHOLE(mkdir, FILL, path, (const char *path, mode_t mode), (path, mode), const char *, mode_t)
WHOLE(mkdirat, FILL, path, (int at, const char *path, mode_t mode), (at, path, mode), int, const char *,
      mode_t)
WHOLE(unlink, CHANGE, path, (const char *path), (path), const char *)
WHOLE(unlinkat, CHANGE, path, (int at, const char *path, int flags), (at, path, flags), int, const char *, int)
WHOLE(rmdir, CHANGE, path, (const char *path), (path), const char *)

#define MODE_FOR(flags)                                                                            \
  mode_t mode = 0;                                                                                 \
  if ((flags) & (O_CREAT | O_TMPFILE)) {                                                           \
    va_list more;                                                                                  \
    va_start(more, flags);                                                                         \
    mode = va_arg(more, mode_t);                                                                   \
    va_end(more);                                                                                  \
  }

#define OPENS(symbol)                                                                              \
  int symbol(const char *path, int flags, ...) {                                                   \
    REAL(int, #symbol, const char *, int, ...);                                                    \
    MODE_FOR(flags)                                                                                \
    if (is_kernels(path)) return real(path, flags, mode);                                          \
    OR_FAIL(#symbol, flags & O_CREAT ? FILL : flags & O_TRUNC ? CHANGE : EVERY, path);             \
    if (is_torn()) die();                                                                          \
    return real(path, flags, mode);                                                                \
  }
#define OPENS_AT(symbol)                                                                           \
  int symbol(int at, const char *path, int flags, ...) {                                           \
    REAL(int, #symbol, int, const char *, int, ...);                                               \
    MODE_FOR(flags)                                                                                \
    if (is_kernels(path)) return real(at, path, flags, mode);                                      \
    OR_FAIL(#symbol, flags & O_CREAT ? FILL : flags & O_TRUNC ? CHANGE : EVERY, path);             \
    if (is_torn()) die();                                                                          \
    return real(at, path, flags, mode);                                                            \
  }

OPENS(open)
OPENS(open64)
OPENS_AT(openat)
OPENS_AT(openat64)
