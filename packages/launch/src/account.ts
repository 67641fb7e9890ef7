import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { promisify } from "node:util";

/** A user of the system, as far as a launch needs it. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
  readonly shell: string;
  /** Whether the system has an entry for it; without one there are no supplementary groups to look up. */
  readonly listed: boolean;
}

const run = promisify(execFile);
// Directory services can hang; a launch must not hang with them.
const lookupTimeoutMs = 5_000;

/** Finds a user by name or number; null when the system knows none. A number needs no entry. */
export async function findAccount(user: string): Promise<Account | null> {
  const fields = await findEntry("passwd", user, 2);
  if (fields !== null) {
    const [name = user, , uid, gid, , home, shell] = fields;
    return {
      name,
      uid: Number(uid),
      gid: Number(gid),
      home: home || "/",
      shell: shell || "/bin/sh",
      listed: true,
    };
  }
  return isNumber(user) ? unlistedAccount(Number(user), Number(user)) : null;
}

/** The number of a group by its name or number; null when the system knows none. */
export async function findGroupId(group: string): Promise<number | null> {
  if (isNumber(group)) return Number(group);
  const fields = await findEntry("group", group, 2);
  return fields === null ? null : Number(fields[2]);
}

/** The user that this process runs as. */
export function ownAccount(): Account {
  const now = performance.now();
  if (own !== null && now - own.seenAtMs <= ownAccountMaxAgeMs) return own.account;
  const version = accountsVersion();
  // The file tells quicker that nothing has changed than the C library tells what there is.
  if (own === null || version === null || version !== own.version)
    own = { account: readOwnAccount(), version, seenAtMs: now };
  else own.seenAtMs = now;
  return own.account;
}

// A thousand starts at once need not ask a thousand times.
const ownAccountMaxAgeMs = 1_000;
let own: { readonly account: Account; readonly version: string | null; seenAtMs: number } | null =
  null;

function accountsVersion(): string | null {
  const found = statSync("/etc/passwd", { throwIfNoEntry: false });
  return found === undefined ? null : `${found.ino} ${found.ctimeMs} ${process.geteuid?.()}`;
}

function readOwnAccount(): Account {
  const uid = process.geteuid?.() ?? -1;
  const gid = process.getegid?.() ?? -1;
  try {
    const { username, homedir, shell } = userInfo();
    return { name: username, uid, gid, home: homedir, shell: shell ?? "/bin/sh", listed: true };
  } catch {
    // A uid without an entry, as in many containers.
    return unlistedAccount(uid, gid);
  }
}

function unlistedAccount(uid: number, gid: number): Account {
  return { name: String(uid), uid, gid, home: "/", shell: "/bin/sh", listed: false };
}

async function findEntry(
  database: "passwd" | "group",
  key: string,
  idField: number,
): Promise<string[] | null> {
  const matches = (line: string): boolean => {
    const fields = line.split(":");
    return fields[0] === key || fields[idField] === key;
  };
  const entry = (text: string): string[] | null =>
    text.split("\n").find(matches)?.split(":") ?? null;
  const inFile = entry(await readFile(`/etc/${database}`, "utf8").catch(() => ""));
  if (inFile !== null) return inFile;
  // Users may come from a directory service that only the C library asks; getent is its command.
  const answer = await run("getent", [database, "--", key], {
    timeout: lookupTimeoutMs,
    env: { PATH: "/usr/bin:/bin" },
  }).catch(() => ({ stdout: "" }));
  return entry(answer.stdout);
}

function isNumber(text: string): boolean {
  return /^\d{1,10}$/.test(text);
}
