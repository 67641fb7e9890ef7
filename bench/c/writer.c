// Writes to its standard output for ever, so many bytes a call and so many microseconds from call to call, and appends each call
// that took over 2 ms to a file, as the moment and the time in nanoseconds. usage: writer FILE BYTES PAUSE
#include "stamp.h"
#include <stdio.h>
#include <string.h>

enum { SLOW_NS = 2000000 };

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  long bytes = atol(argv[2]);
  useconds_t pause = (useconds_t)atol(argv[3]);
  char *block = malloc((size_t)bytes);
  memset(block, 'x', (size_t)bytes);
  block[bytes - 1] = '\n';
  FILE *slow = fopen(argv[1], "a");
  if (slow == NULL) return 111;
  for (;;) {
    uint64_t before = now_ns();
    for (long done = 0; done < bytes;) {
      ssize_t wrote = write(1, block + done, (size_t)(bytes - done));
      if (wrote < 0) return 111;
      done += wrote;
    }
    uint64_t took = now_ns() - before;
    if (took > SLOW_NS) {
      fprintf(slow, "%llu %llu\n", (unsigned long long)before, (unsigned long long)took);
      fflush(slow);
    }
    if (pause > 0) usleep(pause);
  }
}
