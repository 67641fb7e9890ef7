import { expect, test } from "vitest";
import { parseFifoLink } from "./fifo-link.ts";

const directory = "/run/user/1000/pmd/capture-x";

const id = "7cd43cc7-cbe3-4196-a590-94e1b9c3f50b";

test("a folder that was moved is known by a name that no other has, once it is removed, or by whose process it is", () => {
  const moved = `/elsewhere/capture-${id}/a.out`;
  const here = `/run/capture-${id}`;
  const lost = { name: "a.out", isLost: true };
  expect(parseFifoLink(moved, here)).toBe(null);
  expect(parseFifoLink(`${moved} (deleted)`, here)).toEqual(lost);
  expect(parseFifoLink(moved, here, { isOurs: true })).toEqual(lost);
  expect(parseFifoLink("/elsewhere/capture-x/a.out (deleted)", directory)).toBe(null);
  expect(parseFifoLink("/elsewhere/a.out", here, { isOurs: true })).toBe(null);
});

test.each([
  ["/run/user/1000/pmd/capture-x/a.out", { name: "a.out", isLost: false }],
  ["/run/user/1000/pmd/capture-x/a%2Fb.err (deleted)", { name: "a%2Fb.err", isLost: true }],
  // After `umount -l /run/user/1000`.
  ["/pmd/capture-x/a.out (deleted)", { name: "a.out", isLost: true }],
  ["/pmd/capture-x/a.out", { name: "a.out", isLost: true }],
  ["/a.out (deleted)", null],
  ["/capture-y/a.out (deleted)", null],
  ["/var/log/a.out", null],
  ["/run/user/1000/pmd/capture-x/holders.json", null],
  ["pipe:[4711]", null],
])("%s", (link, expected) => {
  expect(parseFifoLink(link, directory)).toEqual(expected);
});
