import { nearest } from "@dpm/errors";

import type { Input } from "../model/input.ts";
import { invalidValue } from "./invalid-value.ts";

// Written out, since the client may run where another set of signals exists than on the server.
const numbers: Readonly<Record<string, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGILL: 4,
  SIGTRAP: 5,
  SIGABRT: 6,
  SIGBUS: 7,
  SIGFPE: 8,
  SIGKILL: 9,
  SIGUSR1: 10,
  SIGSEGV: 11,
  SIGUSR2: 12,
  SIGPIPE: 13,
  SIGALRM: 14,
  SIGTERM: 15,
  SIGCHLD: 17,
  SIGCONT: 18,
  SIGSTOP: 19,
  SIGTSTP: 20,
  SIGTTIN: 21,
  SIGTTOU: 22,
  SIGURG: 23,
  SIGXCPU: 24,
  SIGXFSZ: 25,
  SIGVTALRM: 26,
  SIGPROF: 27,
  SIGWINCH: 28,
  SIGIO: 29,
  SIGPWR: 30,
  SIGSYS: 31,
};

/** The names of the signals that can be sent, as on Linux. */
export const signalNames: readonly string[] = Object.keys(numbers);

/** Reads a signal in any usual spelling (`HUP`, `SIGHUP`, `hup`, `1`) to its name such as `SIGHUP`. */
export function readSignal(input: Input, word: string): string {
  const upper = word.toUpperCase();
  const name = /^\d+$/u.test(word)
    ? signalNames.find((candidate) => numbers[candidate] === Number(word))
    : signalNames.find((candidate) => candidate === upper || candidate === `SIG${upper}`);
  if (name !== undefined) return name;
  const near = nearest(upper.startsWith("SIG") ? upper : `SIG${upper}`, signalNames);
  throw invalidValue(input, {
    what: "a signal",
    value: word,
    expected: `a name such as SIGHUP or HUP, or its number${near === null ? "" : `; did you mean ${near}?`}`,
  });
}
