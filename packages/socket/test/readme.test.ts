import { waitUntil } from "@dpm/test-kit";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as socket from "@dpm/socket";
import { hasCode } from "@dpm/errors";
import { expect, test, vi } from "vitest";

test("the README's example prints what it says", async () => {
  const readme = await readFile(join(import.meta.dirname, "..", "README.md"), "utf8");
  const example = /```ts\n(?<code>[^`]+)```/.exec(readme)?.groups?.["code"] ?? "";
  const promised = [...example.matchAll(/console\.log\(.*\); \/\/ (?<text>.*)/g)].map(
    (match) => match.groups?.["text"],
  );
  const log = vi.fn<(...parts: unknown[]) => void>();
  const body = example.replace(
    /import (?<names>\{[^}]+\}) from "@dpm\/socket";/,
    "const $<names> = socket;",
  );
  // The example is text in a file of ours; to run it is the point.
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as FunctionConstructor;
  const listener: unknown = await new AsyncFunction(
    "console",
    "socket",
    `${body}; return listener;`,
  )({ log }, socket);
  const { address } = listener as socket.Listener;
  // Pasted into a file it must come to an end: the listener is closed, so nobody gets through any more.
  await waitUntil(async () => {
    const outcome = await socket
      .dial(address, { timeoutMs: 1000 })
      .catch((error: unknown) => error);
    return hasCode(outcome, "ERR_DPM_WIRE_CONNECT_REFUSED");
  });
  expect(log.mock.calls.map((parts) => parts.join(" "))).toEqual(promised);
});
