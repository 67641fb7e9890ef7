import { spawnSync } from "node:child_process";

import { commandTable, shells } from "@dpm/commands";
import { describe, expect, it } from "vitest";

import { completionScript } from "./completion-script.ts";

const has = (shell: string): boolean =>
  spawnSync(shell, ["--version"], { stdio: "ignore" }).status === 0;

/** What bash offers for the last of the given words. */
function bashOffers(...words: string[]): string[] {
  const script = `${completionScript("bash")}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _pmc; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = spawnSync("bash", ["-c", script, "bash", ...words], { encoding: "utf8" });
  return stdout.split("\n").filter((line) => line !== "");
}

describe("completion", () => {
  it.each(shells)("for %s knows every command", (shell) => {
    const script = completionScript(shell);
    for (const { words } of commandTable) expect(script).toContain(words.join(" "));
    expect(script).toContain("dry-run");
  });

  it.each(shells)("for %s is accepted by that shell, where it is installed", (shell) => {
    if (!has(shell)) return;
    const checked = spawnSync(shell, ["-n"], { input: completionScript(shell), encoding: "utf8" });
    expect(checked.stderr).toBe("");
    expect(checked.status).toBe(0);
  });

  it.skipIf(!has("bash")).each<[string[], string[]]>([
    [["pmc", "sta"], ["start"]],
    [["pmc", "config", "re"], ["reload"]],
    [
      ["pmc", "--server", "start", "config", "-display", "--o"],
      ["--origin", "--overrides"],
    ],
    [
      ["pmc", "completion", ""],
      ["bash", "zsh", "fish"],
    ],
    [["pmc", "kill", "id0", "SIGH"], ["SIGHUP"]],
    [
      ["pmc", "config", "-d"],
      ["-display", "-delete"],
    ],
    [["pmc", "-sto"], ["-stop"]],
    [["pmc", "help", "-sta"], ["-start"]],
    [["pmc", "logs", "-n", ""], []],
  ])("in bash of %j offers %j", (words, offered) => {
    const offers = bashOffers(...words);
    expect(
      offers.filter((word) => !word.startsWith("--") || words.at(-1)?.startsWith("--")),
    ).toEqual(offered);
  });
});
