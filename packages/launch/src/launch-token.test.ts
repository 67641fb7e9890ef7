import { expect, test } from "vitest";
import { idOfLaunch, makeLaunchToken } from "./launch-token.ts";

const instanceId = "6f1c-one";

test.each(["web", "a.b.c", "käse/../x", "50% off", "\ud800", "."])(
  "the token of a launch says that it was for %j, and fits into a folder's name",
  (id) => {
    const token = makeLaunchToken({ instanceId, id });
    expect(idOfLaunch(token, instanceId)).toBe(id.toWellFormed());
    expect(token).toMatch(/^[\w.!~*'()%-]+$/);
    expect(idOfLaunch(token, "6f1c")).toBeNull();
    expect(idOfLaunch(token, "other")).toBeNull();
  },
);

test("no two launches of one process have the same token", () => {
  const tokens = Array.from({ length: 100 }, () => makeLaunchToken({ instanceId, id: "a" }));
  expect(new Set(tokens).size).toBe(100);
});

test("a name that is too long is left out, and what says nothing is nobody's", () => {
  const token = makeLaunchToken({ instanceId, id: "x".repeat(300) });
  expect(token).toMatch(/^[0-9a-f]{24}$/);
  for (const nameless of [
    token,
    makeLaunchToken(null),
    "",
    `${instanceId}.`,
    `${instanceId}.%zz.1`,
  ])
    expect(idOfLaunch(nameless, instanceId)).toBeNull();
});
