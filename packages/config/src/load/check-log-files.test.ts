import { describe, expect, test } from "vitest";
import { refusalOf, xml } from "../../test/support/configuration-files.ts";

const p = (id: string, attributes: string): string =>
  `<process id="${id}" command="x" ${attributes}/>`;

async function refusals(...processes: readonly string[]): Promise<string> {
  return (await refusalOf(xml(processes.join("\n")))).join("\n");
}

describe("two processes may not write to one log file", () => {
  test.each([
    ["stdoutLogfile of both", 'stdoutLogfile="/l/x.log"', 'stdoutLogfile="/l/x.log"'],
    ["one written otherwise", 'stdoutLogfile="/l/x.log"', 'stderrLogfile="/l/../l//x.log"'],
    [
      "one that is handed its file",
      'stdoutLogfile="/l/x.log"',
      'stdoutLogfile="/l/x.log" capture="file"',
    ],
  ])("%s", async (_, first, second) => {
    expect(await refusals(p("a", first), p("b", second))).toMatch(
      /pmd\.xml:2:\d+: \/l\/x\.log is the log of a too, at .*pmd\.xml:1:\d+; each process needs/,
    );
  });

  test("nor may the instances of one", async () => {
    expect(await refusals(p("w", 'numProcs="3" stdoutLogfile="/l/w.log"'))).toMatch(
      /pmd\.xml:1:\d+: \/l\/w\.log would be the log of several instances of w \(put /,
    );
  });

  test.each([
    ["files of their own", 'stdoutLogfile="/l/a.log"', 'stdoutLogfile="/l/b.log"'],
    ["/dev/null", 'stdoutLogfile="/dev/null"', 'stdoutLogfile="/dev/null"'],
    [
      "a file that one only names",
      'stdoutLogfile="/l/a.log"',
      'stdoutLogfile="/l/a.log" capture="none"',
    ],
    [
      "a file that is not used",
      'stderrLogfile="/l/a.log" redirectStderr="true"',
      'stderrLogfile="/l/a.log"',
    ],
    ["no file", "", ""],
    ["one for both outputs", 'stdoutLogfile="/l/a.log" stderrLogfile="/l/a.log"', ""],
    ["instances apart", 'numProcs="2" stdoutLogfile="/l/${ID}.log"', ""],
  ])("but may have %s", async (_, first, second) => {
    expect(await refusals(p("a", first), p("b", second))).toBe("");
  });
});
