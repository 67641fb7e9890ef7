import { nearest } from "@dpm/errors";
import { constants } from "node:os";
import { wordsType } from "./list-types.ts";
import { scalarType } from "./scalar-type.ts";
import type { ValueType } from "./value-type.ts";

const signalNames = Object.keys(constants.signals);
const namesByNumber = new Map(
  Object.entries(constants.signals).map(([name, number]) => [number, name]),
);

/** The signal that a word names, as "SIGTERM": with or without SIG, in any case, or by number; undefined when there is none. */
export function parseSignal(word: string): string | undefined {
  const upper = word.trim().toUpperCase();
  if (/^\d+$/u.test(upper)) {
    return namesByNumber.get(Number(upper));
  }
  const name = upper.startsWith("SIG") ? upper : `SIG${upper}`;
  return signalNames.includes(name) ? name : undefined;
}

/** A signal. */
export const signalType: ValueType<string> = scalarType({
  name: "signal",
  phrase: "a signal",
  example: "TERM",
  hint: (text) => {
    const near = nearest(
      text.trim().replace(/^SIG/iu, ""),
      signalNames.map((name) => name.slice(3)),
    );
    return near === null ? "for example TERM, INT or SIGUSR1" : `did you mean ${near}?`;
  },
  parse: parseSignal,
  write: (name) => name.slice(3),
  schema: { type: ["string", "integer"] },
});

const exitCodeShape = /^\d{1,3}$/u;

function parseExitCode(word: string): number | undefined {
  return exitCodeShape.test(word) && Number(word) <= 255 ? Number(word) : undefined;
}

/** Exit codes. */
export const exitCodesType: ValueType<readonly number[]> = wordsType({
  name: "list of exit codes",
  phrase: "an exit code from 0 to 255",
  example: "0 2",
  parse: parseExitCode,
  schema: { type: "integer", minimum: 0, maximum: 255 },
});

/** Exit codes and signals. */
export const exitStatusesType: ValueType<readonly (number | string)[]> = wordsType<number | string>(
  {
    name: "list of exit codes and signals",
    phrase: "an exit code from 0 to 255 or the name of a signal",
    example: "2 SIGTERM",
    parse: (word) => parseExitCode(word) ?? (/^\d/u.test(word) ? undefined : parseSignal(word)),
    schema: { type: ["string", "integer"] },
  },
);
