import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive, waitUntil } from "@dpm/test-kit";
import { type Ended, launchers } from "../daemon.ts";
import { type Machine, startMachine } from "./start-machine.ts";

const shipped = new URL("../../../../packaging/systemd/pmd.service", import.meta.url);

/** The shipped unit on a machine of its own. */
export interface PmdUnit extends Machine {
  systemctl(...words: string[]): Promise<Ended>;
  /** `active`, `activating` and so on. */
  state(): Promise<string>;
  pmc(...words: string[]): Promise<Ended>;
  configure(processes: string): void;
  /** The pid outside of the pmd that answers last said so. */
  pmd(): number;
  /** Waits for another pmd that answers, and returns its pid outside. */
  nextPmd(before: number): Promise<number>;
}

/** Boots a machine with the shipped unit, of which only the path of pmd is changed, as it says itself. */
export async function installPmd(processes: string): Promise<PmdUnit> {
  const unit = readFileSync(shipped, "utf8");
  const installed = unit.replace("\nExecStart=/usr/bin/pmd ", `\nExecStart=${launchers.pmd} `);
  if (installed === unit) throw new Error("the unit does not start /usr/bin/pmd");
  const machine = await startMachine({
    "systemd/system/pmd.service": installed,
    "dpm/pmd.xml": whole(processes),
  });
  const published = (): number =>
    (JSON.parse(readFileSync(join(machine.root, "run/dpm/pmd.json"), "utf8")) as { pid: number })
      .pid;
  const pmc = (...words: string[]): Promise<Ended> => machine.run(launchers.pmc, ...words);
  return {
    ...machine,
    systemctl: (...words) => machine.run("systemctl", ...words),
    state: () => machine.show("pmd.service", "ActiveState"),
    pmc,
    configure(text) {
      const file = join(machine.folder, "etc/dpm/pmd.xml");
      writeFileSync(`${file}.new`, whole(text));
      renameSync(`${file}.new`, file);
    },
    pmd: () => machine.outerPid(published()),
    nextPmd: (before) =>
      waitUntil(
        async () => {
          if (!existsSync(join(machine.root, "run/dpm/pmd.json"))) return 0;
          const pid = machine.outerPid(published());
          if (pid === before || !isAlive(pid)) return 0;
          return (await pmc("ping")).status === 0 ? pid : 0;
        },
        { what: "another pmd to answer", deadlineMs: 60_000 },
      ),
  };
}

const whole = (processes: string): string =>
  processes.startsWith("<") && !processes.startsWith("<process ")
    ? processes
    : `<processManager>${processes}</processManager>`;
