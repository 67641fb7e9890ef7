import { nearest } from "@dpm/errors";
import type { Key } from "../keys/key.ts";
import { processKeyTable } from "../keys/process-key-table.ts";
import { settingKeyTable } from "../keys/setting-key-table.ts";
import type { Problem } from "../source/problem.ts";
import type { Assignment, Assignments } from "./assignment.ts";
import { assignOutside } from "./outside-assignment.ts";
import { reservedVariables } from "./reserved-variables.ts";
import { variableWord } from "./variable-word.ts";

/** What the daemon's environment says. */
export interface EnvironmentLayer {
  readonly settings: Assignments;
  /** By id before `numProcs`. */
  readonly processes: ReadonlyMap<string, Assignments>;
}

/** What the variables are understood by. */
export interface EnvironmentSource {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The ids that are defined. */
  readonly ids: Iterable<string>;
  /** Where relative paths start. */
  readonly folder: string;
  readonly report: (problem: Problem) => void;
}

const prefix = "DPM_";
const settingPrefix = "DPM_SETTING_";
const processPrefix = "DPM_PROCESS_";

const settingsByWord = wordsOf(settingKeyTable);
const processKeysByWord = wordsOf(processKeyTable);

/**
 * Reads `DPM_SETTING_<KEY>` and `DPM_PROCESS_<ID>_<KEY>`, in capitals with underscores: `DPM_SETTING_LOG_LEVEL`,
 * `DPM_PROCESS_WEB_STOP_TIMEOUT`. Any other `DPM_` variable that the daemon does not reserve is a mistyped one, and is reported.
 */
export function readEnvironmentLayer(source: EnvironmentSource): EnvironmentLayer {
  const settings = new Map<string, Assignment>();
  const processes = new Map<string, Map<string, Assignment>>();
  const variables = Object.entries(source.environment).filter(([name]) => name.startsWith(prefix));
  const idsByWord = variables.some(([name]) => name.startsWith(processPrefix))
    ? groupIds(source.ids)
    : new Map();
  for (const [variable, text = ""] of variables) {
    const outside = {
      layer: "environment" as const,
      source: `environment variable ${variable}`,
      variable,
      texts: [text],
      folder: source.folder,
      report: source.report,
    };
    const complain = (message: string, hint?: string): void => {
      const at = { file: outside.source, line: 1, column: 1 };
      source.report({ at, message, ...(hint === undefined ? {} : { hint }) });
    };
    const setting = settingsByWord.get(afterPrefix(variable, settingPrefix));
    if (setting !== undefined) {
      settings.set(setting.name, assignOutside(setting.name, setting.key, outside));
    } else if (variable.startsWith(processPrefix)) {
      const [target, second] = findTargets(variable, idsByWord);
      if (target === undefined) {
        complain(...describeUnknown(variable, idsByWord));
      } else if (second !== undefined) {
        complain(
          `it may mean ${target.key.name} of ${target.id} or ${second.key.name} of ${second.id}`,
          "set the key in a file instead",
        );
      } else {
        const { id, key } = target;
        const assignments = processes.get(id) ?? new Map<string, Assignment>();
        processes.set(id, assignments.set(key.name, assignOutside(key.name, key.key, outside)));
      }
    } else if (!reservedVariables.has(variable)) {
      complain(...describeUnknown(variable, idsByWord));
    }
  }
  return { settings, processes };
}

interface NamedKey {
  readonly name: string;
  readonly key: Key<unknown>;
}

interface Target {
  readonly id: string;
  readonly key: NamedKey;
}

function wordsOf(table: Readonly<Record<string, Key<unknown>>>): ReadonlyMap<string, NamedKey> {
  return new Map(Object.entries(table).map(([name, key]) => [variableWord(name), { name, key }]));
}

/** Ids by their word: several ids may have the same one, such as `a-b` and `a.b`. */
function groupIds(ids: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  return Map.groupBy(ids, (id) => id.toUpperCase().replaceAll(/[-.]/gu, "_"));
}

function afterPrefix(variable: string, start: string): string {
  return variable.startsWith(start) ? variable.slice(start.length) : "";
}

/** Every way to read a variable as an id and a key: neither ids nor keys are free of underscores. */
function findTargets(
  variable: string,
  idsByWord: ReadonlyMap<string, readonly string[]>,
): readonly Target[] {
  const rest = afterPrefix(variable, processPrefix);
  return splitsOf(rest).flatMap(([idWord, keyWord]) => {
    const key = processKeysByWord.get(keyWord);
    return key === undefined ? [] : (idsByWord.get(idWord) ?? []).map((id) => ({ id, key }));
  });
}

function splitsOf(words: string): readonly (readonly [string, string])[] {
  return [...words.matchAll(/_/gu)].map(
    ({ index }) => [words.slice(0, index), words.slice(index + 1)] as const,
  );
}

function describeUnknown(
  variable: string,
  idsByWord: ReadonlyMap<string, readonly string[]>,
): readonly [string, string?] {
  const near = variable.startsWith(processPrefix)
    ? nearProcessVariable(variable, idsByWord)
    : nearVariable(variable);
  const message = "no setting and no key of a process is called by this variable";
  return near === null ? [message] : [message, `did you mean ${near}?`];
}

function nearVariable(variable: string): string | null {
  const known = [...settingsByWord.keys()].map((word) => settingPrefix + word);
  return nearest(variable, [...known, ...reservedVariables]);
}

function nearProcessVariable(
  variable: string,
  idsByWord: ReadonlyMap<string, readonly string[]>,
): string | null {
  const rest = afterPrefix(variable, processPrefix);
  for (const [idWord, keyWord] of splitsOf(rest)) {
    const near = idsByWord.has(idWord) ? nearest(keyWord, processKeysByWord.keys()) : null;
    if (near !== null) {
      return `${processPrefix}${idWord}_${near}`;
    }
  }
  for (const [idWord, keyWord] of splitsOf(rest)) {
    const near = processKeysByWord.has(keyWord) ? nearest(idWord, idsByWord.keys()) : null;
    if (near !== null) {
      return `${processPrefix}${near}_${keyWord}`;
    }
  }
  return null;
}
