// The service that everything is measured with: says that it acts, waits, says that it was told to stop.
// usage: service STAMPS INDEX
#include "stamp.h"
#include <signal.h>

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  sigprocmask(SIG_BLOCK, &set, 0);
  uint32_t index = (uint32_t)atoi(argv[2]);
  write_stamp(argv[1], STAMP_UP, index);
  int got;
  sigwait(&set, &got);
  write_stamp(argv[1], STAMP_STOPPING, index);
  return 0;
}
