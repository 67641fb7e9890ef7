import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProcessDefinition } from "./model/process-definition.ts";
import { isSame, planReconfigure } from "./reconfigure-plan.ts";
import { defineProcess } from "./testing/define-process.ts";

function mapOf(
  ...definitions: readonly ProcessDefinition[]
): ReadonlyMap<string, ProcessDefinition> {
  return new Map(definitions.map((definition) => [definition.id, definition]));
}

describe("the plan of a reconfiguration", () => {
  it("tells added, changed, removed and unchanged apart", () => {
    const before = mapOf(
      defineProcess("kept"),
      defineProcess("gone"),
      defineProcess("other", { restart: "no" }),
    );
    const after = mapOf(
      defineProcess("new"),
      defineProcess("kept"),
      defineProcess("other", { restart: "always" }),
    );
    expect(planReconfigure(before, after)).toEqual({
      added: ["new"],
      changed: [{ id: "other", restart: false }],
      removed: ["gone"],
      unchanged: ["kept"],
    });
  });

  it("replaces a running instance only when what is executed changed", () => {
    const { program } = defineProcess("a");
    const changes: readonly [Partial<ProcessDefinition>, boolean][] = [
      [{ program: { ...program, argv: ["/bin/sleep", "2000"] } }, true],
      [{ program: { ...program, environment: { PORT: "8080" } } }, true],
      [{ program: { ...program, user: "nobody" } }, true],
      [{ program: { ...program, output: { ...program.output, backups: 3 } } }, false],
      [{ program: { ...program, output: { ...program.output, compress: true } } }, false],
      [{ stopTimeoutMs: 1 }, false],
      [{ group: "web" }, false],
      [
        {
          hooks: [{ event: "on_exit", action: { kind: "restart" }, timeoutMs: 1, rateLimit: null }],
        },
        false,
      ],
    ];
    for (const [change, restart] of changes) {
      const plan = planReconfigure(mapOf(defineProcess("a")), mapOf(defineProcess("a", change)));
      expect(plan.changed).toEqual([{ id: "a", restart }]);
    }
  });

  it("looks at values, not at the identity of objects or at the order of keys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy: unknown = JSON.parse(JSON.stringify(value));
        expect(isSame(JSON.parse(JSON.stringify(value)), copy)).toBe(true);
        expect(isSame({ a: value, b: 1 }, { b: 1, a: copy })).toBe(true);
        expect(isSame({ a: value }, { a: value, b: 1 })).toBe(false);
      }),
    );
  });

  it("tells an array from an object, and an absent key from one that is null", () => {
    expect(isSame([], {})).toBe(false);
    expect(isSame({ a: null }, {})).toBe(false);
    expect(isSame({ a: undefined }, {})).toBe(true);
    expect(isSame(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)).toBe(true);
  });
});
