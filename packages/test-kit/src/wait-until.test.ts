import { expect, test } from "vitest";
import { waitUntil } from "./wait-until.ts";

test("waiting answers what the condition gave", async () => {
  let asked = 0;
  expect(await waitUntil(() => (++asked === 3 ? "third" : null))).toBe("third");
});

test("a wait in vain names what was awaited and keeps the last error", async () => {
  const failing = waitUntil(
    () => {
      throw new Error("not yet");
    },
    { deadlineMs: 30, what: "the moon" },
  );
  await expect(failing).rejects.toThrow("waited 30 ms in vain for the moon");
  await expect(failing).rejects.toMatchObject({ cause: { message: "not yet" } });
});
