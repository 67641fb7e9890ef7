import { exitStatuses } from "@dpm/commands";
import { categories } from "@dpm/errors";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { statusOfCategory, worstStatus } from "./exit-codes.ts";

describe("exit statuses", () => {
  it("exist for every category of error, and each is documented", () => {
    const documented = exitStatuses.map(({ status }) => status);
    for (const category of categories) {
      expect(documented).toContain(statusOfCategory[category]);
      expect(statusOfCategory[category]).not.toBe(0);
    }
  });

  it("have the documented precedence", () => {
    const order = [2, 78, 77, 76, 69, 75, 4, 1, 3, 0];
    expect(exitStatuses.map(({ status }) => status)).toEqual(order);
    const some = fc.array(fc.constantFrom(...order), { minLength: 1 });
    fc.assert(
      fc.property(some, (statuses) => {
        const first = order.find((status) => statuses.includes(status));
        expect(worstStatus(statuses)).toBe(first);
      }),
    );
  });

  it("are 0 when there is nothing to say", () => {
    expect(worstStatus([])).toBe(0);
  });
});
