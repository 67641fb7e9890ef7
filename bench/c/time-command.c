// How long a whole command takes, from before it is made to after it is reaped, in ns, one line each.
// usage: time-command RUNS PROGRAM [ARGUMENT]...
#include "stamp.h"
#include <spawn.h>
#include <stdio.h>
#include <sys/wait.h>

extern char **environ;

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
  for (int i = 0; i < atoi(argv[1]); i++) {
    pid_t pid;
    int status;
    uint64_t began = now_ns();
    if (posix_spawnp(&pid, argv[2], &quiet, 0, argv + 2, environ) != 0) return 127;
    waitpid(pid, &status, 0);
    uint64_t took = now_ns() - began;
    if (status != 0) {
      fprintf(stderr, "%s ended with wait status %d\n", argv[2], status);
      return 1;
    }
    printf("%llu\n", (unsigned long long)took);
  }
  return 0;
}
