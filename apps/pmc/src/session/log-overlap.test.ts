import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createCatchUp } from "./catch-up.ts";
import { keepTail, keptTailBytes, overlapBytes } from "./log-overlap.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text);

describe("after a broken connection", () => {
  it("what was printed already is recognised", () => {
    expect(overlapBytes(bytes("one\ntwo\nthree\n"), bytes("two\nthree\nfour\n"))).toBe(10);
    expect(overlapBytes(bytes("one\n"), bytes("one\n"))).toBe(4);
    expect(overlapBytes(bytes("one\n"), bytes("five\n"))).toBe(0);
    expect(overlapBytes(bytes(""), bytes("one\n"))).toBe(0);
    expect(overlapBytes(bytes("one\n"), bytes(""))).toBe(0);
  });

  it("every line is printed once, wherever it broke", () => {
    const log = fc.array(fc.string({ maxLength: 8 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(log, fc.nat(), fc.nat(), (texts, one, other) => {
        // Numbered, since lines that are all alike can't be told apart.
        const lines = texts.map((text, index) => `${index} ${text.replaceAll("\n", "")}\n`);
        const [from, to] = [one % lines.length, other % (lines.length + 1)].toSorted(
          (a, b) => a - b,
        );
        const seen = bytes(lines.slice(0, to).join(""));
        const again = bytes(lines.slice(from).join(""));
        if (to === from) return;
        const printed = Buffer.concat([seen, again.subarray(overlapBytes(seen, again))]);
        expect(printed.toString()).toBe(lines.join(""));
      }),
    );
  });

  it("no more than a bounded tail is remembered", () => {
    const tail = keepTail(new Uint8Array(keptTailBytes), bytes("end"));
    expect(tail.length).toBe(keptTailBytes);
    expect(Buffer.from(tail).subarray(-3).toString()).toBe("end");
  });

  it("the chunks that follow are handed on, and a gap is told", async () => {
    let text = "";
    const gaps: boolean[] = [];
    const catchUp = createCatchUp(
      async ({ data }) => {
        text += Buffer.from(data).toString();
      },
      (gap) => gaps.push(gap),
    );
    await catchUp.take({ stream: "stdout", data: bytes("1\n2\n"), gap: null });
    catchUp.begin();
    await catchUp.take({ stream: "stdout", data: bytes("2\n"), gap: null });
    await catchUp.take({ stream: "stdout", data: bytes("3\n"), gap: null });
    await catchUp.finish();
    expect(text).toBe("1\n2\n3\n");
    catchUp.begin();
    await catchUp.take({ stream: "stdout", data: bytes("9\n"), gap: null });
    await catchUp.finish();
    expect(text).toBe("1\n2\n3\n9\n");
    expect(gaps).toEqual([false, true]);
  });
});
