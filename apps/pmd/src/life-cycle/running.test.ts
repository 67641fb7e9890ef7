import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startProgram, temporaryDirectory } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { listAsRunning } from "./running.ts";

const published = {
  pid: process.pid,
  listen: ["127.0.0.1:1"],
  socket: null,
  stateDirectory: "/srv/d",
};

test("an entry stands as long as the daemon and is for its user only", () => {
  const directory = join(temporaryDirectory(), "dpm/running");
  const remove = listAsRunning(directory, published);
  const entry = join(directory, `${process.pid}.json`);
  expect(JSON.parse(readFileSync(entry, "utf8"))).toEqual(published);
  expect(statSync(entry).mode & 0o777).toBe(0o600);
  expect(statSync(directory).mode & 0o777).toBe(0o700);
  remove();
  expect(existsSync(entry)).toBe(false);
});

test("what a killed daemon left is taken away, and a living one's entry stays", async () => {
  const directory = join(temporaryDirectory(), "running");
  mkdirSync(directory, { mode: 0o700 });
  const living = startProgram(["sleep", "1000"]);
  const dead = startProgram(["true"]);
  await dead.ended;
  for (const { pid } of [living, dead]) writeFileSync(join(directory, `${pid}.json`), "{}");
  listAsRunning(directory, published);
  expect(existsSync(join(directory, `${living.pid}.json`))).toBe(true);
  expect(existsSync(join(directory, `${dead.pid}.json`))).toBe(false);
});
