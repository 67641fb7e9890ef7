// The least that a process manager can be: posix_spawn in a loop, waitpid, posix_spawn again; SIGTERM ends all.
// usage: limit COUNT STAMPS SERVICE
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

extern char **environ;
static int owner[4194304]; // index + 1 by pid
static volatile sig_atomic_t ending;
static char *stamps, *service;
static posix_spawnattr_t attributes;

static void end(int signal) { (void)signal; ending = 1; }

static pid_t launch(int index) {
  char number[16];
  char *words[] = {service, stamps, number, 0};
  pid_t pid;
  snprintf(number, sizeof number, "%d", index);
  if (posix_spawn(&pid, service, 0, &attributes, words, environ) != 0) exit(111);
  owner[pid] = index + 1;
  return pid;
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  int count = atoi(argv[1]), left = count;
  stamps = argv[2];
  service = argv[3];
  pid_t *pids = malloc((size_t)count * sizeof *pids);
  struct sigaction action = {.sa_handler = end};
  sigaction(SIGTERM, &action, 0);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
  for (int i = 0; i < count; i++) pids[i] = launch(i);
  for (int told = 0; left > 0;) {
    if (ending && !told)
      for (told = 1; told <= count; told++) kill(pids[told - 1], SIGTERM);
    pid_t pid = waitpid(-1, 0, 0);
    if (pid < 0 && errno == EINTR) continue;
    if (pid < 0) return 111;
    int index = owner[pid] - 1;
    if (ending) left--;
    else pids[index] = launch(index);
  }
  return 0;
}
