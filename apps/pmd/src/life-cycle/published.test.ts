import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { type Published, publish, unpublish } from "./published.ts";

const published = (more: Partial<Published> = {}): Published => ({
  pid: process.pid,
  listen: ["127.0.0.1:1"],
  socket: null,
  stateDirectory: "/srv/d",
  ...more,
});

test("what is published is taken away by its own daemon only", () => {
  const directory = temporaryDirectory();
  const path = join(directory, "pmd.json");
  publish(path, published({ pid: 1 }));
  unpublish(path);
  expect(readdirSync(directory)).toEqual(["pmd.json"]);
  publish(path, published());
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(published());
  unpublish(path);
  expect(readdirSync(directory)).toEqual([]);
});

test("where nothing can be published, nobody is sent to a daemon that died on the same state", () => {
  const directory = temporaryDirectory();
  // So long that there is no room for the name of what it is written to first.
  const path = join(directory, "x".repeat(250));
  for (const stateDirectory of ["/srv/other", "/srv/d"]) {
    writeFileSync(path, JSON.stringify(published({ pid: 1, stateDirectory })));
    expect(() => publish(path, published())).toThrow("ENAMETOOLONG");
    expect(readdirSync(directory)).toHaveLength(stateDirectory === "/srv/d" ? 0 : 1);
  }
});
