import { dpmError } from "@dpm/errors";

import { helpCommand } from "../commands/help.ts";
import { versionCommand } from "../commands/version.ts";
import type { Command } from "../model/command.ts";
import type { CommandSpec } from "../model/command-spec.ts";
import type { GlobalOptions } from "../model/global-options.ts";
import type { Input } from "../model/input.ts";
import { invalidValue } from "../values/invalid-value.ts";
import { readTimeout } from "../values/read-timeout.ts";
import { checkShape } from "./check-shape.ts";
import { pageOf, wordsAt } from "./find-word.ts";
import { type Scan, scan } from "./scan.ts";

/** One use of `pmc`, checked as far as it can be without a connection. */
export interface Invocation {
  readonly command: Command;
  readonly spec: CommandSpec;
  readonly options: GlobalOptions;
}

function readServers(input: Input): readonly string[] {
  return input.list("server").flatMap((list) => {
    const addresses = list.split(",").map((address) => address.trim());
    if (addresses.includes("")) {
      throw invalidValue(input, {
        what: "--server",
        value: list,
        expected: "addresses with a comma between two, such as 127.0.0.1:8988",
      });
    }
    return addresses;
  });
}

function readGlobalOptions(input: Input): GlobalOptions {
  const certificate = input.text("certificate");
  const key = input.text("key");
  if ((certificate === null) !== (key === null)) {
    const [given, other] = key === null ? ["certificate", "key"] : ["key", "certificate"];
    throw invalidValue(input, {
      what: `--${given}`,
      value: input.text(given) ?? "",
      expected: `--${other} with it`,
    });
  }
  return {
    servers: readServers(input),
    json: input.flag("json"),
    timeoutMs: readTimeout(input),
    tokenFile: input.text("token-file"),
    color: !input.flag("no-color"),
    ca: input.text("ca"),
    certificate,
    key,
  };
}

function specOf({ place, options }: Scan): CommandSpec {
  if (options.includes("--version")) return versionCommand;
  if (place.kind === "command") return place.spec;
  const page = pageOf(place);
  throw dpmError("ERR_DPM_COMMAND_MISSING", {
    after: page === "" ? "pmc" : `pmc ${page}`,
    choices: wordsAt(place),
  });
}

/**
 * Reads the words after the program's name. Opens nothing and prints nothing.
 * Throws the errors of the command area; each has the category "invalid-argument".
 */
export function parseCommandLine(argv: readonly string[]): Invocation {
  const words = scan(argv);
  if (words.options.includes("--help")) {
    const page = pageOf(words.place);
    // What else was typed does not matter to someone who asks for help.
    const options = words.options.filter((word) => word === "--json" || word === "--no-color");
    const input = checkShape(helpCommand, {
      options,
      operands: page === "" ? [] : page.split(" "),
    });
    return {
      spec: helpCommand,
      command: helpCommand.read(input),
      options: readGlobalOptions(input),
    };
  }
  const spec = specOf(words);
  const input = checkShape(spec, words);
  return { spec, command: spec.read(input), options: readGlobalOptions(input) };
}
