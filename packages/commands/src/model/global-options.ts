import type { OptionSpec } from "./command-spec.ts";

/** The options that every command takes, before or after it. */
export interface GlobalOptions {
  /** Addresses as typed, in order; empty when none was given. */
  readonly servers: readonly string[];
  readonly json: boolean;
  /** Milliseconds; Infinity waits without end; null where the command's own applies. */
  readonly timeoutMs: number | null;
  readonly tokenFile: string | null;
  /** False with `--no-color`. */
  readonly color: boolean;
  readonly ca: string | null;
  readonly certificate: string | null;
  readonly key: string | null;
}

/** The rows of the options that every command takes. */
export const globalOptions: readonly OptionSpec[] = [
  {
    flags: ["--server"],
    placeholder: "ADDR[,ADDR…]",
    value: "address",
    repeatable: true,
    summary:
      "Where pmd listens: host:port, tls://host:port or unix:/path. Several are asked at once. Default: PMC_SERVER, else the local pmd, else 127.0.0.1:8988.",
  },
  { flags: ["--json"], summary: "Print one JSON document instead of tables; errors too." },
  {
    flags: ["--timeout"],
    placeholder: "DURATION",
    value: "duration",
    summary:
      'How long to wait for the answer, such as 500ms, 10 (seconds), "5min 20s" or infinity.',
  },
  {
    flags: ["--token-file"],
    placeholder: "FILE",
    value: "file",
    summary:
      "A file with one bare token, or with lines of an address and its token. Default: PMC_TOKEN_FILE, else the token of the local pmd, which is never used for another host.",
  },
  { flags: ["--no-color"], summary: "No colours, also on a terminal; NO_COLOR does the same." },
  {
    flags: ["--ca"],
    placeholder: "FILE",
    value: "file",
    summary: "The certificate authority of a tls:// server, PEM.",
  },
  {
    flags: ["--certificate"],
    placeholder: "FILE",
    value: "file",
    summary: "The client's certificate for a server that asks for one, PEM.",
  },
  {
    flags: ["--key"],
    placeholder: "FILE",
    value: "file",
    summary: "The private key of --certificate, PEM.",
  },
  { flags: ["-h", "-help", "--help"], summary: "Show the help page of the command." },
  { flags: ["--version"], summary: "Print the version of pmc; asks no server." },
];
