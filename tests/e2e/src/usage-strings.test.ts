import { execa } from "execa";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cleanEnvironment, repository, startDaemon } from "./daemon.ts";

// Written exactly as a person types them, run by a shell from the folder of the programs.
const usageStrings = [
  "pm start -id0",
  "pm ping",
  "./pmc start",
  "./pmc start id-0",
  "./pmc stop",
  "./pmc stop id-0",
  "./pmc restart",
  "./pmc restart id-0",
  "./pmc ping",
  "./pmc ping id-0",
  "./pmc config -display",
  "./pmc config -display -id0",
  "./pmc config -reload",
  "./pmc setting -display",
  "./pmc setting display -id0",
  "./pmc setting -reload",
  "./pmc help",
  "./pmc help -start",
  "./pmc help -stop",
  "./pmc help -ping",
  "./pmc help -help",
] as const;

// `setting display X` shows the setting named X, and no setting is named id0.
const failing: Readonly<Record<string, number>> = { "./pmc setting display -id0": 4 };

test("every usage string works as written", { timeout: 120_000 }, async () => {
  const daemon = await startDaemon(`<processManager>
    <process id="id0" command="sleep 1000"/>
    <process id="id-0" command="sleep 1000"/>
  </processManager>`);
  const bin = join(repository, "bin");
  for (const line of usageStrings) {
    const ended = await execa("sh", ["-c", line], {
      cwd: bin,
      reject: false,
      extendEnv: false,
      env: cleanEnvironment({
        PMC_RUNTIME_DIR: join(daemon.directory, "run"),
        PATH: `${bin}:${process.env["PATH"]}`,
      }),
    });
    expect(ended, line).toMatchObject({ exitCode: failing[line] ?? 0 });
    expect(`${ended.stdout}${ended.stderr}`, line).not.toBe("");
    // Whatever was stopped runs again for the next line, as it does for the next person.
    if (line.includes(" stop")) await daemon.pmc("start");
  }
});

test(
  "the id forms with and without the leading dash reach different processes",
  { timeout: 60_000 },
  async () => {
    const daemon = await startDaemon(`<processManager>
    <process id="id0" command="sleep 1000" autostart="false"/>
    <process id="id-0" command="sleep 1000" autostart="false"/>
  </processManager>`);
    await daemon.pmc("start", "-id0");
    expect((await daemon.rows("ping")).map(({ id, state }) => `${id} ${state}`).toSorted()).toEqual(
      ["id-0 stopped", "id0 running"],
    );
    await daemon.pmc("start", "id-0");
    expect((await daemon.rows("ping", "id-0")).map(({ id, state }) => [id, state])).toEqual([
      ["id-0", "running"],
    ]);
  },
);
