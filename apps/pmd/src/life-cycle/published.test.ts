import { readdirSync, readFileSync } from "node:fs";
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
