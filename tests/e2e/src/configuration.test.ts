import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { launchers, repository, runProgram, startDaemon } from "./daemon.ts";

const text = `<processManager>
  <!-- kept -->
  <defaults stopTimeout="3s"/>
  <group id="web" restart="always">
    <process id="id0"   command="sleep 1000" stopTimeout='2s'/>
  </group>
</processManager>
`;

test(
  "config display says where each value is from and what it hides",
  { timeout: 60_000 },
  async () => {
    const daemon = await startDaemon(text);
    const ended = await daemon.pmc("config", "display", "id0", "--origin");
    expect(ended.status).toBe(0);
    expect(ended.stdout).toMatch(/stopTimeout\s+2s\s.*pmd\.xml:5/);
    expect(ended.stdout).toMatch(/pmd\.xml:3/);
    expect(ended.stdout).toMatch(/restart\s+always\s.*pmd\.xml:4/);
    const overrides = await daemon.pmc("config", "display", "id0", "--overrides");
    expect(overrides.stdout).toContain("stopTimeout");
    expect(overrides.stdout).not.toContain("killMode");
  },
);

test(
  "config set changes the running value and only its bytes in the file",
  { timeout: 60_000 },
  async () => {
    const daemon = await startDaemon(text);
    const [before] = await daemon.rows("ping", "id0");
    expect(await daemon.pmc("config", "set", "id0", "stopTimeout=7s")).toMatchObject({ status: 0 });
    expect(readFileSync(daemon.configFile, "utf8")).toBe(text.replace("'2s'", "'7s'"));
    expect((await daemon.pmc("config", "display", "id0")).stdout).toMatch(/stopTimeout\s+7s/);
    expect((await daemon.rows("ping", "id0"))[0]?.pid).toBe(before?.pid);
  },
);

test(
  "a value that the format of the file can't hold is a configuration error, and nothing is changed",
  { timeout: 60_000 },
  async () => {
    const daemon = await startDaemon(text);
    const ended = await daemon.pmc("config", "set", "id0", "description=a\u0001b");
    expect(ended.status).toBe(78);
    expect(ended.stderr).toContain("its format can't hold the control character U+0001");
    expect(readFileSync(daemon.configFile, "utf8")).toBe(text);
  },
);

test(
  "an edit on disk meanwhile is a conflict that is shown and not overwritten",
  { timeout: 60_000 },
  async () => {
    const daemon = await startDaemon(text);
    const edited = text.replace("<!-- kept -->", "<!-- edited by somebody -->");
    writeFileSync(daemon.configFile, edited);
    const ended = await daemon.pmc("config", "set", "id0", "stopTimeout=7s");
    expect(ended.status).not.toBe(0);
    expect(ended.stderr).toContain("edited by somebody");
    expect(readFileSync(daemon.configFile, "utf8")).toBe(edited);
  },
);

test(
  "a setting is changed at run time, and one that needs a restart says so",
  { timeout: 60_000 },
  async () => {
    const daemon = await startDaemon(text);
    expect(await daemon.pmc("setting", "set", "logLevel=debug")).toMatchObject({ status: 0 });
    expect(readFileSync(daemon.configFile, "utf8")).toContain("debug");
    expect((await daemon.pmc("setting", "display", "logLevel")).stdout).toMatch(/logLevel\s+debug/);
    expect(await daemon.pmc("setting", "set", "maxConnections=77")).toMatchObject({ status: 0 });
    const shown = await daemon.pmc("setting", "display", "maxConnections");
    expect(shown.stdout).toMatch(/maxConnections\s+77\s+at restart, now 1024/);
    expect(await daemon.pmc("setting", "set", "maxConnections=1024")).toMatchObject({ status: 0 });
    const back = await daemon.pmc("setting", "display", "maxConnections");
    expect(back.stdout).not.toContain("now");
  },
);

test("the quick start's configuration is valid", async () => {
  expect(
    await runProgram(launchers.pmd, [
      "check",
      "--config",
      join(repository, "examples/quickstart/pmd.xml"),
    ]),
  ).toMatchObject({ status: 0 });
});
