/** What an exit status of `pmc` means. */
export interface ExitStatus {
  readonly status: number;
  readonly name: string;
  readonly meaning: string;
}

/**
 * Every exit status of `pmc`, in the order of precedence: when several apply, for example
 * over several servers, the first of this list is the one; 0 only when nothing else applies.
 */
export const exitStatuses: readonly ExitStatus[] = [
  {
    status: 2,
    name: "usage",
    meaning:
      "the command line is wrong, or a server refused what stands in it; nothing was changed",
  },
  { status: 78, name: "configuration", meaning: "the configuration is wrong; nothing was changed" },
  {
    status: 77,
    name: "not permitted",
    meaning: "the credential is missing, refused or allows too little",
  },
  { status: 76, name: "version", meaning: "client and server speak different interface versions" },
  {
    status: 69,
    name: "unreachable",
    meaning: "a server could not be reached, or the connection broke",
  },
  { status: 75, name: "timed out", meaning: "a server was reached, but its answer took too long" },
  { status: 4, name: "not found", meaning: "no process, group, key or setting has that name" },
  { status: 1, name: "failed", meaning: "something in it failed; each failed row says why" },
  {
    status: 3,
    name: "not running",
    meaning: "ping: a process whose desired state is up is neither running nor starting",
  },
  { status: 0, name: "done", meaning: "all that was asked is so" },
];
