/**
 * What brings a database from version n to n + 1, at index n. Released entries never change: a database in the field has run them.
 * The checks are there so that a damaged row is found at the start and not acted upon.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE process (
    id TEXT PRIMARY KEY,
    desired TEXT NOT NULL CHECK (desired IN ('up', 'down')),
    state TEXT NOT NULL,
    stopped_by_request INTEGER NOT NULL CHECK (stopped_by_request IN (0, 1)),
    boot_id TEXT NOT NULL,
    pid INTEGER CHECK (pid > 0),
    start_identity TEXT,
    started_at INTEGER,
    restarts INTEGER NOT NULL,
    last_exit TEXT CHECK (last_exit IS NULL OR json_valid(last_exit)),
    event_sequence INTEGER NOT NULL,
    CHECK ((pid IS NULL) = (start_identity IS NULL) AND (pid IS NULL) = (started_at IS NULL))
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE event (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL,
    monotonic_ms REAL NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    pid INTEGER,
    exit TEXT CHECK (exit IS NULL OR json_valid(exit)),
    cause TEXT NOT NULL,
    actor TEXT
  ) STRICT;
  CREATE INDEX event_by_process ON event (id, number);
  `,
  // The token of a launch that is under way.
  "ALTER TABLE process ADD COLUMN launch TEXT",
  // What the end of an instance is for.
  "ALTER TABLE process ADD COLUMN ending TEXT CHECK (ending IS NULL OR json_valid(ending))",
  // What an instance was launched with.
  "ALTER TABLE process ADD COLUMN runs TEXT",
  // Why a process is in its state, and what back-off and start limit remember.
  `
  ALTER TABLE process ADD COLUMN reason TEXT;
  ALTER TABLE process ADD COLUMN retry TEXT CHECK (retry IS NULL OR json_valid(retry))
  `,
];
