import { expect, test } from "vitest";
import { mergeStreams } from "./merge-streams.ts";

test("everything of all streams comes, each in its own order", async () => {
  async function* count(name: string, to: number): AsyncGenerator<string> {
    for (let index = 0; index < to; index += 1) yield `${name}${index}`;
  }
  const seen: string[] = [];
  for await (const item of mergeStreams([count("a", 3), count("b", 5)])) seen.push(item);
  expect(seen.filter((item) => item.startsWith("a"))).toEqual(["a0", "a1", "a2"]);
  expect(seen.filter((item) => item.startsWith("b"))).toHaveLength(5);
});

test("leaving early ends the streams", async () => {
  const ended: string[] = [];
  async function* endless(name: string): AsyncGenerator<string> {
    try {
      for (;;) yield name;
    } finally {
      ended.push(name);
    }
  }
  for await (const _ of mergeStreams([endless("a"), endless("b")])) break;
  expect(ended.toSorted()).toEqual(["a", "b"]);
});

test("a failure of one is the failure of all", async () => {
  async function* failing(): AsyncGenerator<string> {
    yield "one";
    throw new Error("broken");
  }
  const merged = mergeStreams([failing()]);
  await merged.next();
  await expect(merged.next()).rejects.toThrow("broken");
});
