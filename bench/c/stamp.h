// One record that a service or a command writes about itself; all of them append to one file.
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { STAMP_UP = 1, STAMP_STOPPING = 2, STAMP_EXEC = 3, STAMP_BEGIN = 4, STAMP_END = 5 };

struct stamp { uint32_t kind, index, pid, unused; uint64_t ns; };

static inline uint64_t now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

// The record is taken at the call, not when the file is open.
static inline void write_stamp(const char *file, uint32_t kind, uint32_t index) {
  struct stamp record = {kind, index, (uint32_t)getpid(), 0, now_ns()};
  int fd = open(file, O_WRONLY | O_APPEND | O_CLOEXEC);
  if (fd < 0 || write(fd, &record, sizeof record) != sizeof record) _exit(111);
  close(fd);
}
