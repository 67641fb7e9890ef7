import { waitUntil } from "@dpm/test-kit";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as socket from "@dpm/socket";
import { expect, onTestFinished, test, vi } from "vitest";

test("the README's example prints what it says", async () => {
  const readme = await readFile(join(import.meta.dirname, "..", "README.md"), "utf8");
  const example = /```ts\n(?<code>[^`]+)```/.exec(readme)?.groups?.["code"] ?? "";
  const promised = [...example.matchAll(/console\.log\(.*\), \/\/ (?<text>.*)/g)].map(
    (match) => match.groups?.["text"],
  );
  const log = vi.fn<(...parts: unknown[]) => void>();
  const body = example.replace(
    /import (?<names>\{[^}]+\}) from "@dpm\/socket";/,
    "const $<names> = socket;",
  );
  // The example is text in a file of ours; to run it is the point.
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as FunctionConstructor;
  const connection: unknown = await new AsyncFunction(
    "console",
    "socket",
    `${body}; return connection;`,
  )({ log }, socket);
  onTestFinished(() => (connection as socket.FrameConnection).destroy());
  await waitUntil(() => log.mock.calls.length > 0);
  expect(log.mock.calls.map((parts) => parts.join(" "))).toEqual(promised);
});
