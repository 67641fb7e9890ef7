import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { isatty } from "node:tty";

import { runPmc } from "./run-pmc.ts";
import type { Output } from "./world.ts";

function outputOf(stream: NodeJS.WriteStream & { readonly fd: number }): Output {
  const isTerminal = isatty(stream.fd);
  let isGone = false;
  // A reader that has enough, such as head, is no error of anybody.
  stream.on("error", () => {
    isGone = true;
  });
  return {
    isTerminal,
    get columns() {
      return isTerminal ? stream.columns : undefined;
    },
    write: (data) =>
      new Promise((resolve) => {
        if (isGone) resolve();
        else stream.write(data, () => resolve());
      }),
  };
}

function readVersion(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  const { version }: { readonly version: string } = JSON.parse(text);
  return version;
}

process.exitCode = await runPmc({
  argv: process.argv.slice(2),
  environment: process.env,
  home: homedir(),
  uid: process.getuid?.(),
  version: readVersion(),
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  now: Date.now,
  onInterrupt: (listener) => {
    process.on("SIGINT", listener);
    return () => process.off("SIGINT", listener);
  },
});
