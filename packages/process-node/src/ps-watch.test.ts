import { isAlive, startProgram, waitUntil } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { createPsWatch } from "./ps-watch.ts";

test("the watch through ps sees what /proc says", async () => {
  const program = startProgram(["sleep", "1000"]);
  const { pid } = program;
  const watch = createPsWatch();
  const entry = watch.look(pid);
  expect(entry).toMatchObject({ pid, parent: process.pid, group: pid, dead: false });
  expect(new Date(entry?.startTicks ?? "").getTime()).toBeLessThan(Date.now() + 2_000);
  expect((await watch.nextTable()).get(pid)).toEqual(entry);
  await program.end();
  expect(isAlive(pid)).toBe(false);
  await waitUntil(() => watch.look(pid) === null, { what: "its end" });
});
