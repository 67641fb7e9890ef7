// What --json prints is made in apps/pmc; its tests hold the shape, and this text tells it to people.
const processRows: readonly (readonly [member: string, meaning: string])[] = [
  ["id", "the id"],
  ["group", "its group, or null"],
  ["enabled", "false when it can't be started"],
  [
    "state",
    "`stopped` `waiting` `starting` `running` `reloading` `backoff` `stopping` `paused` `exited` `fatal` `unknown`",
  ],
  ["desired", "`up` or `down`"],
  ["ready", "whether its readiness check has succeeded; true when running without one"],
  ["health", "`none` without a check, else `starting` `healthy` `unhealthy`"],
  ["pid", "of the main process, or null"],
  ["startedAt", "a time, or null"],
  ["uptimeMs", "milliseconds by the monotonic clock, or null"],
  ["restarts", "how often it was started again by itself since a person started it"],
  [
    "lastExit",
    "null, or `code` or `signal` (such as `SIGKILL`) with the other null, `at` and `result`; an end that could not be seen has neither `code` nor `signal`",
  ],
  ["reason", "why it is in this state, for people, or null"],
  ["nextAttemptAt", "when it will be started again, or null"],
  ["instance", "the number of this instance, from 0"],
  ["limit", 'null, or how much of `startLimit` is used: `{"used", "of"}`'],
  ["ok", "whether what was asked came true; only in answers to commands that change something"],
  ["error", "why not; absent when all is well"],
];

const serverRows: readonly (readonly [member: string, meaning: string])[] = [
  ["address", "as `--server` takes it"],
  ["ok", "false when the server could not be asked, or anything that was asked of it failed"],
  ["error", "why it could not be asked or refused; absent when it did neither"],
  ["processes", "the rows of processes; empty for commands that have none"],
  [
    "server",
    "`ping`, `version`, `upgrade`, `shutdown`: `server`, `pid`, `startedAt`, `instanceId`, `bootId`, `generation`, `configFile`, `troubles`",
  ],
  [
    "config",
    "`config display`: for each process `id`, `group` and `values`; a value has `key`, `value`, `origin` (`layer`, `file`, `line`, `column`) and `hides`",
  ],
  [
    "reload",
    "what a reload did: `added`, `changed` (`id`, `keys`, `restarted`), `removed`, `settingsChanged`, `settingsNeedRestart`, `generation`, `dryRun`",
  ],
  [
    "edit",
    "what `set`, `add`, `delete` and `scale` wrote: `file`, `line`, `unchanged` (true when every value stood there already, so that nothing was written), `values`, `needRestart`",
  ],
  [
    "settings",
    "`setting display`: values with `writable`, `needsRestart` and `description` beside them, and `inForce` where pmd works with another value until it is restarted",
  ],
  [
    "validation",
    "`config validate`: `ok`, `processes`, `files`, `problems` (`file`, `line`, `column`, `message`, `hint`)",
  ],
  [
    "upgrade",
    "what an upgrade did: `from` and `to` (programs with their versions), `pid`, `unansweredMs` (from the last answer of the old one to the first of the new one)",
  ],
  [
    "logs",
    "`logs`: pieces with `stream` and `text`; with `-f` each piece is a document of its own, one a line",
  ],
];

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  return [
    "| Member | Meaning |",
    "| --- | --- |",
    ...rows.map(([member, meaning]) => `| \`${member}\` | ${meaning} |`),
  ];
}

/** The part of the reference about `--json`, as lines of Markdown. */
export function jsonSection(): readonly string[] {
  return [
    "## JSON",
    "",
    'With `--json` every command prints one document, `{"servers": […]}`, on standard output, and nothing on standard error. Times are ISO 8601 in UTC, states are in lower case. An error is `{"code", "category", "message", "hint"}`: the [code](errors.md) is stable, the hint may be null. What is wrong before any server is asked, such as a mistyped word, is `{"error": {…}, "servers": []}`. `version` adds `client`, `help` adds `help`, `completion` adds `completion`. New members may be added; these keep their meaning. Control characters and those that change the direction of text are always written as `\\uXXXX`.',
    "",
    "A server:",
    "",
    ...table(serverRows),
    "",
    "A process:",
    "",
    ...table(processRows),
    "",
    "```sh",
    "pmc ping --json | jq -r '.servers[].processes[] | select(.state != \"running\") | .id'",
    "```",
    "",
  ];
}
