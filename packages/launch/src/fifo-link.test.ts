import { expect, test } from "vitest";
import { parseFifoLink } from "./fifo-link.ts";

const directory = "/run/user/1000/pmd/capture-x";

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
