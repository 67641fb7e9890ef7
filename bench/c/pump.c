// The least that a log capture can do: one process, one pipe, splice, a new file when the old one has its size.
// usage: pump LOG MAX_BYTES PROGRAM [ARGUMENT]...
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

extern char **environ;

int main(int argc, char **argv) {
  if (argc < 4) return 2;
  long limit = atol(argv[2]), size = 0;
  int ends[2], backup = 0;
  pid_t pid;
  if (pipe2(ends, O_CLOEXEC) != 0) return 111;
  fcntl(ends[1], F_SETPIPE_SZ, 1 << 20);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  if (posix_spawnp(&pid, argv[3], &actions, 0, argv + 3, environ) != 0) return 111;
  close(ends[1]);
  int log = open(argv[1], O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  for (;;) {
    ssize_t moved = splice(ends[0], 0, log, 0, (size_t)(limit - size), SPLICE_F_MOVE);
    if (moved <= 0) return moved == 0 ? 0 : 111;
    size += moved;
    if (size < limit) continue;
    char name[4096];
    snprintf(name, sizeof name, "%s.%d", argv[1], ++backup);
    rename(argv[1], name);
    close(log);
    log = open(argv[1], O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    size = 0;
  }
}
