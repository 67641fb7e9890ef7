// Once GO exists, writes so many bytes of lines of 100 bytes to its standard output, 655 lines a call, and waits.
// usage: lines STAMPS BYTES GO
#include "stamp.h"
#include <stdio.h>
#include <string.h>

enum { LINE = 100, LINES = 655 };

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  static char block[LINE * LINES + 1];
  for (int i = 0; i < LINES; i++)
    snprintf(block + i * LINE, LINE + 1, "line %06d the quick brown fox jumps over the lazy dog 0123456789 abcdefghijklmnopqrstuvwxyz 01234\n", i);
  long left = atol(argv[2]);
  write_stamp(argv[1], STAMP_UP, 0);
  while (access(argv[3], F_OK) != 0) usleep(1000);
  write_stamp(argv[1], STAMP_BEGIN, 0);
  while (left > 0) {
    long part = left < LINE * LINES ? left : LINE * LINES;
    for (long done = 0; done < part;) {
      ssize_t wrote = write(1, block + done, (size_t)(part - done));
      if (wrote < 0) return 111;
      done += wrote;
    }
    left -= part;
  }
  write_stamp(argv[1], STAMP_END, 0);
  for (;;) pause();
}
