import { expect, test } from "vitest";

import {
  formatVersion,
  interfaceVersion,
  isCompatible,
  whichToUpgrade,
} from "./interface-version.ts";

const v = (major: number, minor: number): { major: number; minor: number } => ({ major, minor });

test("peers of one major version talk, whatever their minors", () => {
  expect(isCompatible(v(1, 0), v(1, 7))).toBe(true);
  expect(isCompatible(v(1, 7), v(1, 0))).toBe(true);
});

test("peers of different majors don't, and the lower one is to upgrade", () => {
  expect(isCompatible(v(1, 9), v(2, 0))).toBe(false);
  expect(whichToUpgrade({ client: v(1, 9), server: v(2, 0) })).toBe("client");
  expect(whichToUpgrade({ client: v(3, 0), server: v(2, 0) })).toBe("server");
});

test("this is interface 1.2", () => {
  expect(formatVersion(interfaceVersion)).toBe("1.2");
});
