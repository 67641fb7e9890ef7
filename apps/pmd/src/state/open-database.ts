import { randomUUID } from "node:crypto";
import { chmodSync, existsSync, renameSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { Generation, OpenOutcome } from "./messages.ts";
import { migrations } from "./migrations.ts";
import { messageOf, sqliteCodeOf } from "../failure.ts";

const sqliteCorrupt = 11;
const sqliteNotADatabase = 26;

type Opened = Extract<OpenOutcome, { kind: "opened" }>;

/** The open database, or why there is none. */
export type OpenedDatabase =
  | (Opened & { readonly database: DatabaseSync })
  | Exclude<OpenOutcome, Opened>;

class Damaged extends Error {}

/** Opens or makes the database. A damaged one is set aside under a dated name and a new one made; a newer one is left as it is. */
export function openDatabase(path: string, wallMs: number): OpenedDatabase {
  try {
    return openSound(path, null);
  } catch (error) {
    if (!isDamage(error)) return { kind: "failed", reason: messageOf(error) };
  }
  try {
    return openSound(path, setAside(path, wallMs));
  } catch (error) {
    return { kind: "failed", reason: messageOf(error) };
  }
}

function openSound(path: string, movedTo: string | null): OpenedDatabase {
  const existed = existsSync(path);
  // SQLite takes an empty file for a new database; here it is one whose content is lost.
  if (existed && statSync(path).size === 0) throw new Damaged("it is empty");
  const database = new DatabaseSync(path);
  try {
    // Before there is anything in it; the files that SQLite puts beside it take on its mode.
    chmodSync(path, 0o600);
    database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL");
    const found = userVersion(database);
    if (found > migrations.length) {
      database.close();
      return { kind: "newer", found, known: migrations.length };
    }
    if (existed && found === 0) throw new Damaged("it has no version");
    assertSound(database);
    assertSchema(database, found);
    migrate(database, found, migrations.length);
    return {
      kind: "opened",
      database,
      instanceId: instanceId(database),
      generation: generation(database),
      setAside: movedTo,
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function userVersion(database: DatabaseSync): number {
  return Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
}

function assertSound(database: DatabaseSync): void {
  const verdict = database.prepare("PRAGMA integrity_check(1)").get()?.["integrity_check"];
  if (verdict !== "ok") throw new Damaged(String(verdict));
}

/** A changed byte in the text of the schema is no damage to SQLite: it would be other tables than ours. */
function assertSchema(database: DatabaseSync, version: number): void {
  const expected = new DatabaseSync(":memory:");
  try {
    migrate(expected, 0, version);
    if (schemaOf(database) !== schemaOf(expected))
      throw new Damaged("its tables are not as they were made");
  } finally {
    expected.close();
  }
}

function schemaOf(database: DatabaseSync): string {
  const rows = database
    .prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
    .all();
  return JSON.stringify(rows);
}

function migrate(database: DatabaseSync, from: number, to: number): void {
  for (const [index, statements] of migrations.entries()) {
    if (index >= from && index < to)
      database.exec(`BEGIN IMMEDIATE; ${statements}; PRAGMA user_version=${index + 1}; COMMIT`);
  }
}

function instanceId(database: DatabaseSync): string {
  database
    .prepare("INSERT OR IGNORE INTO meta (key, value) VALUES ('instance_id', ?)")
    .run(randomUUID());
  return readMeta(database, "instance_id") ?? "";
}

function generation(database: DatabaseSync): Generation | null {
  const stored = readMeta(database, "generation");
  if (stored === null) return null;
  try {
    const parsed: Generation = JSON.parse(stored);
    return parsed;
  } catch {
    throw new Damaged("the generation that it remembers makes no sense");
  }
}

function readMeta(database: DatabaseSync, key: string): string | null {
  const value = database.prepare("SELECT value FROM meta WHERE key = ?").get(key)?.["value"];
  return typeof value === "string" ? value : null;
}

function isDamage(error: unknown): boolean {
  const code = sqliteCodeOf(error);
  // The low byte is the primary code; the others tell which part is damaged.
  const primary = code === null ? null : code & 0xff;
  return error instanceof Damaged || primary === sqliteCorrupt || primary === sqliteNotADatabase;
}

function setAside(path: string, wallMs: number): string {
  const date = new Date(wallMs).toISOString().replaceAll(":", "-");
  const target = `${path}.damaged-${date}`;
  for (const suffix of ["-wal", "-shm", ""]) {
    if (existsSync(path + suffix)) renameSync(path + suffix, target + suffix);
  }
  return target;
}
