import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive, processesWithArgument, waitUntil } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { configured, startPmd } from "./running-daemon.ts";

const timeout = 60_000;

/** What can happen to a database, by name. */
const losses: Readonly<Record<string, (database: string) => void>> = {
  damaged: (database) => {
    const bytes = readFileSync(database);
    writeFileSync(database, bytes.fill(0x5a, 100, bytes.length - 100));
  },
  truncated: (database) => truncateSync(database, 5_000),
  empty: (database) => truncateSync(database, 0),
  gone: (database) => rmSync(database),
};

test.each(Object.keys(losses))(
  "with a database that is %s the table is made again from what runs, nothing runs twice, and a stop lasts",
  { timeout },
  async (name) => {
    const time = String(100_000 + Math.floor(Math.random() * 800_000));
    const daemon = await startPmd(
      configured(
        ["a", "b", "stopped"].map((id) => `<process id="${id}" command="sleep ${time}"/>`).join(""),
      ),
    );
    const before = { a: await daemon.pid("a"), b: await daemon.pid("b") };
    await daemon.pid("stopped");
    await daemon.rows({ stop: { selector: { ids: ["stopped"] } } });
    const instance = readFileSync(join(daemon.stateDirectory, "instance"), "utf8");
    await daemon.kill();
    const database = join(daemon.stateDirectory, "state.db");
    // What SQLite keeps beside it would mend it.
    for (const suffix of ["-wal", "-shm"]) rmSync(database + suffix, { force: true });
    losses[name]?.(database);
    await daemon.restart();
    expect(await daemon.statuses()).toMatchObject({
      a: { pid: before.a, state: 20 },
      b: { pid: before.b, state: 20 },
      stopped: { state: 0, desired: 0 },
    });
    expect(new Set(processesWithArgument(time))).toEqual(new Set(Object.values(before)));
    expect(processesWithArgument(time)).toHaveLength(2);
    expect(readFileSync(join(daemon.stateDirectory, "instance"), "utf8")).toBe(instance);
  },
);

test.each(["posix", "node"])(
  "with database and table both gone engine %s finds what it launched: same pids, and what is not defined any more ends",
  { timeout },
  async (engine) => {
    const time = String(100_000 + Math.floor(Math.random() * 800_000));
    const processes = (ids: readonly string[]): string =>
      configured(ids.map((id) => `<process id="${id}" command="sleep ${time}"/>`).join(""));
    const daemon = await startPmd(processes(["a", "b", "old"]), { words: ["--engine", engine] });
    const before = { a: await daemon.pid("a"), b: await daemon.pid("b") };
    const old = await daemon.pid("old");
    await daemon.kill();
    for (const name of readdirSync(daemon.stateDirectory))
      if (name.startsWith("state.db")) rmSync(join(daemon.stateDirectory, name));
    daemon.configure(processes(["a", "b"]));
    await daemon.restart();
    expect(await daemon.statuses()).toMatchObject({
      a: { pid: before.a, state: 20, restarts: 0 },
      b: { pid: before.b, state: 20, restarts: 0 },
    });
    await waitUntil(() => !isAlive(old), { what: "the end of what is not defined" });
    expect(daemon.log()).toMatch(/old: running → stopping/);
    expect(new Set(processesWithArgument(time))).toEqual(new Set(Object.values(before)));
    expect(processesWithArgument(time)).toHaveLength(2);
  },
);
