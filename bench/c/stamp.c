// Writes down when a program is executed, then is that program.
// usage: stamp STAMPS PROGRAM [ARGUMENT]...
#include "stamp.h"

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  write_stamp(argv[1], STAMP_EXEC, UINT32_MAX);
  execvp(argv[2], argv + 2);
  return 127;
}
