import { dpmError, nearest } from "@dpm/errors";
import picomatch from "picomatch";

/** Which processes are meant; nothing given means all. */
export interface Selection {
  /** Ids, base ids of scaled processes, or globs. */
  readonly ids?: readonly string[];
  readonly groups?: readonly string[];
  readonly pids?: readonly number[];
}

/** What a selection looks at. */
export interface Selectable {
  readonly id: string;
  readonly baseId: string;
  readonly group: string | null;
  readonly pid: number | null;
}

/** The ids that are meant, each once, in the order given by `processes`. Throws `ERR_DPM_PROCESS_NOT_FOUND` with everything that means nothing. */
export function selectProcesses(processes: readonly Selectable[], selection: Selection): string[] {
  const { ids = [], groups = [], pids = [] } = selection;
  if (ids.length + groups.length + pids.length === 0) return processes.map(({ id }) => id);
  const index = indexOf(processes);
  const chosen = new Set<string>();
  const missing: string[] = [];
  const choose = (found: readonly string[] | undefined, name: string): void => {
    if (found === undefined || found.length === 0) missing.push(name);
    else for (const id of found) chosen.add(id);
  };
  for (const word of ids) choose(findWord(processes, index, word), word);
  for (const group of groups) choose(index.byGroup.get(group), `group ${group}`);
  for (const pid of pids) choose(index.byPid.get(pid), `pid ${pid}`);
  if (missing.length > 0) {
    const known = new Set([...index.byId.keys(), ...index.byBase.keys()]);
    const mistyped = missing.filter((name) => ids.includes(name) && !isGlob(name));
    const near = mistyped.flatMap((name) => nearest(name, known) ?? []);
    throw dpmError("ERR_DPM_PROCESS_NOT_FOUND", { names: missing, nearest: [...new Set(near)] });
  }
  return processes.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
}

interface Index {
  readonly byId: ReadonlyMap<string, readonly string[]>;
  readonly byBase: ReadonlyMap<string, readonly string[]>;
  readonly byGroup: ReadonlyMap<string, readonly string[]>;
  readonly byPid: ReadonlyMap<number, readonly string[]>;
}

function indexOf(processes: readonly Selectable[]): Index {
  const byId = new Map<string, string[]>();
  const byBase = new Map<string, string[]>();
  const byGroup = new Map<string, string[]>();
  const byPid = new Map<number, string[]>();
  for (const { id, baseId, group, pid } of processes) {
    byId.set(id, [id]);
    append(byBase, baseId, id);
    if (group !== null) append(byGroup, group, id);
    if (pid !== null) append(byPid, pid, id);
  }
  return { byId, byBase, byGroup, byPid };
}

function isGlob(word: string): boolean {
  return /[*?[{]/u.test(word);
}

/** An id comes before a base id, and both before a glob. */
function findWord(
  processes: readonly Selectable[],
  index: Index,
  word: string,
): readonly string[] | undefined {
  const exact = index.byId.get(word) ?? index.byBase.get(word);
  if (exact !== undefined || !isGlob(word)) return exact;
  // Extended globs are left out: they can be made to backtrack for ever.
  const isMatch = picomatch(word, { dot: true, noextglob: true, strictSlashes: true });
  return processes.filter(({ id }) => isMatch(id)).map(({ id }) => id);
}

function append<Key>(map: Map<Key, string[]>, key: Key, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
