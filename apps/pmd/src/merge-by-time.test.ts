import { expect, test } from "vitest";
import { mergeByTime } from "./merge-by-time.ts";

async function* stream(name: string, ...times: (number | null)[]) {
  for (const timeUs of times) yield { name, timeUs };
}

async function merged(...streams: ReturnType<typeof stream>[]): Promise<string> {
  const seen: string[] = [];
  for await (const { name, timeUs } of mergeByTime(streams)) seen.push(`${name}${timeUs ?? ""}`);
  return seen.join(" ");
}

test("what came first is first, and what came at once is in the order of the streams", async () => {
  expect(await merged(stream("a", 1, 4, 5), stream("b", 2, 3, 5, 9))).toBe("a1 b2 b3 a4 a5 b5 b9");
});

test("without times one stream comes after the other", async () => {
  expect(await merged(stream("a", null, null), stream("b", null))).toBe("a a b");
});

test("what has no time holds nothing up", async () => {
  expect(await merged(stream("a", 5, 6), stream("b", null, 4, null, 7))).toBe("b b4 b a5 a6 b7");
});

test("leaving early ends the streams", async () => {
  const ended: string[] = [];
  async function* endless(name: string) {
    try {
      for (;;) yield { timeUs: null };
    } finally {
      ended.push(name);
    }
  }
  for await (const _ of mergeByTime([endless("a"), endless("b")])) break;
  expect(ended.toSorted()).toEqual(["a", "b"]);
});
