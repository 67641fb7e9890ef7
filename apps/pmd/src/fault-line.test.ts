import { expect, test } from "vitest";
import { faultLine } from "./fault-line.ts";

test("a fault is one line without its stack, with what the message does not say", () => {
  const failure = Object.assign(new Error("it broke\n    here"), { code: "EIO", path: "/srv/x" });
  expect(faultLine(failure)).toBe(
    "pmd: it broke; here (EIO, /srv/x): this is a fault of pmd, please report it\n",
  );
});

test("what the message says already is not said twice", () => {
  const failure = Object.assign(new Error("ENOENT: no such file or directory, open '/srv/x'"), {
    code: "ENOENT",
    path: "/srv/x",
  });
  expect(faultLine(failure)).toBe(
    "pmd: ENOENT: no such file or directory, open '/srv/x': this is a fault of pmd, please report it\n",
  );
  expect(faultLine("odd")).toBe("pmd: odd: this is a fault of pmd, please report it\n");
});
