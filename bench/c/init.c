// PID 1 of a namespace: starts the bench, reaps everything, and on SIGUSR1 becomes the manager that has to be PID 1.
// usage: init SCRIPT PROGRAM [ARGUMENT]...
#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;
static volatile sig_atomic_t become;

static void told(int signal) { (void)signal; become = 1; }

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  struct sigaction action = {.sa_handler = told};
  sigaction(SIGUSR1, &action, 0);
  pid_t bench;
  int status;
  if (posix_spawnp(&bench, argv[2], 0, 0, argv + 2, environ) != 0) return 127;
  for (;;) {
    if (become) return execv(argv[1], (char *[]){argv[1], 0});
    pid_t pid = waitpid(-1, &status, 0);
    if (pid < 0 && errno == ECHILD) return 111;
    if (pid == bench) return WIFEXITED(status) ? WEXITSTATUS(status) : 111;
  }
}
