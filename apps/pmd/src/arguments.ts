import { isDpmError } from "@dpm/errors";
import { parseAddress } from "@dpm/socket";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";

/** What the command line asks for. */
export type Invocation =
  | { readonly kind: "run"; readonly flags: RunFlags }
  | { readonly kind: "check"; readonly config: string | undefined }
  /** Help or the version: print and end well. */
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "usage-error"; readonly message: string };

/** The options of a run; what is absent is decided by the configuration or by whose daemon it is. */
export interface RunFlags {
  readonly config?: string;
  /** Replace the configured addresses. */
  readonly listen?: readonly string[];
  readonly engine?: "posix" | "node";
  readonly stateDir?: string;
  readonly runtimeDir?: string;
  readonly logDir?: string;
  readonly logLevel?: string;
  readonly daemon?: boolean;
  /** This is the process that `--daemon` has started. */
  readonly detached?: boolean;
  /** A guardian has started this process, after so many short lives in a row. */
  readonly revived?: number;
  /** This process was another pmd a moment ago, which has left this file. */
  readonly upgraded?: string;
  /** Only look whether this program could run here, and write the answer to this file. */
  readonly checkState?: string;
}

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];

const signals = `
Signals:
  SIGTERM, SIGINT  stop the processes in order and end; a second one: at once
  SIGHUP           read the configuration again
  SIGUSR2          open pmd's own log anew

Without options, root uses /etc/dpm/pmd.xml, /run/dpm, /var/lib/dpm and /var/log/dpm, and
another user ~/.config/dpm/pmd.xml and the other XDG directories. With --state-dir DIR the
logs are in DIR/log.`;

/** Reads the arguments after the program's name. */
export function readArguments(words: readonly string[], version: string): Invocation {
  let invocation: Invocation | undefined;
  let text = "";
  const program = new Command("pmd")
    .description("Starts, watches, restarts and logs the processes that its configuration names.")
    .version(version, "--version", "print the version")
    .option("--config <file>", "the configuration: .xml, .yaml, .toml or .json")
    .option(
      "--listen <address>",
      "host:port, tls://host:port or unix:/path; replaces the configured ones; may be repeated",
      appendAddress,
    )
    .addOption(
      new Option(
        "--engine <name>",
        "what runs the processes: posix (Linux) or node (everywhere)",
      ).choices(["posix", "node"]),
    )
    .option("--state-dir <dir>", "what is remembered over restarts, and the token")
    .option("--runtime-dir <dir>", "the socket file, and pmd.json that tells where pmd listens")
    .option("--log-dir <dir>", "output of the processes")
    .addOption(
      new Option(
        "--log-level <level>",
        "the least important messages of the daemon's own log",
      ).choices(logLevels),
    )
    .option("--daemon", "detach with a guardian that brings it back, and return when it is ready")
    .addOption(new Option("--detached").hideHelp())
    .addOption(new Option("--revived <count>").hideHelp().argParser(Number))
    .addOption(new Option("--upgraded <file>").hideHelp())
    .addOption(new Option("--check-state <file>").hideHelp())
    .helpOption("-h, --help", "show this help")
    .addHelpText("after", signals)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ writeOut: (part) => (text += part), writeErr: (part) => (text += part) })
    // Taken here and not by the parser, which would not say what the words are.
    .argument("[word]")
    .action((word: string | undefined, flags: RunFlags) => {
      invocation = word === undefined ? { kind: "run", flags } : unknownWord(word);
    });
  program
    .command("check")
    .description("check the configuration and start nothing")
    .option("--config <file>", "the configuration to check")
    .allowExcessArguments(false)
    .action((flags: { config?: string }) => {
      // The same option stands before or after the word.
      invocation = { kind: "check", config: flags.config ?? program.opts<RunFlags>().config };
    });
  program.helpCommand("help [command]", "show the help of a command");
  try {
    program.parse(words, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 || error.code === "commander.help"
      ? { kind: "text", text }
      : { kind: "usage-error", message: `${text.trim()}\nSee \`pmd --help\`.\n` };
  }
  return invocation ?? { kind: "text", text };
}

function unknownWord(word: string): Invocation {
  return {
    kind: "usage-error",
    message: `error: unknown word '${word}'; did you mean check or help?\nSee \`pmd --help\`.\n`,
  };
}

function appendAddress(value: string, former: readonly string[] = []): readonly string[] {
  try {
    parseAddress(value);
  } catch (error) {
    if (!isDpmError(error)) throw error;
    throw new InvalidArgumentError(error.message);
  }
  return [...former, value];
}
