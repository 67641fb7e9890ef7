import { formatDuration } from "@dpm/units";
import type { Hook, HookAction, HookEvent, RateLimit } from "../model/process-values.ts";
import { choiceType } from "./choice-type.ts";
import { durationType } from "./number-types.ts";
import { booleanType, nameType } from "./plain-types.ts";
import { rateLimitType } from "./rate-limit-type.ts";
import { scalarType } from "./scalar-type.ts";
import { type Argv, shellWordsType, writeWords } from "./shell-words.ts";
import { structType } from "./struct-type.ts";
import { urlType } from "./url-type.ts";
import type { ValueType } from "./value-type.ts";

interface HookFields {
  readonly event: HookEvent;
  readonly exec: Argv;
  readonly http: string;
  readonly mail: string;
  readonly restart: boolean;
  readonly stopGroup: string;
  readonly start: string;
  readonly timeout: number;
  readonly rateLimit: RateLimit | null;
}

const events: readonly HookEvent[] = [
  "on_start",
  "on_ready",
  "on_exit",
  "on_failure",
  "on_restart",
  "on_stop",
  "on_health_fail",
  "on_limit",
];

const mailType = scalarType({
  name: "mail address",
  phrase: "a mail address",
  example: "ops@example.org",
  parse: (text) => (/^[^\s@]+@[^\s@]+$/u.test(text.trim()) ? text.trim() : undefined),
  write: (text) => text,
  schema: { type: "string" },
});

const idType = nameType({ name: "name", example: "web" });

/** An action on an event. */
export const hookType: ValueType<Hook> = structType<HookFields, Hook>({
  name: "hook",
  owner: "a hook",
  example: 'event="on_failure" exec="/usr/local/bin/tell-me"',
  fields: {
    event: { type: choiceType(events), doc: "What it waits for." },
    exec: { type: shellWordsType, doc: "Runs this command." },
    http: { type: urlType, doc: "Posts the facts as JSON to this address." },
    mail: { type: mailType, doc: "Sends a mail to this address through the setting mailServer." },
    restart: { type: booleanType, doc: "Restarts the process." },
    stopGroup: { type: idType, doc: "Stops all processes of this group." },
    start: { type: idType, doc: "Starts the process with this id." },
    timeout: {
      type: durationType({ minMs: 10 }),
      doc: "An action that takes longer is given up.",
      default: 30_000,
    },
    rateLimit: {
      type: rateLimitType,
      doc: "The action is left out when it happens more often.",
      default: null,
    },
  },
  build: ({ event, timeout = 30_000, rateLimit = null, ...actions }, { complain }) => {
    if (event === undefined) {
      return complain("a hook needs an event", `event is one of ${events.join(", ")}`);
    }
    const action = onlyAction(actions);
    return action === undefined
      ? complain("a hook needs exactly one of exec, http, mail, restart, stopGroup and start")
      : { event, action, timeoutMs: timeout, rateLimit };
  },
  write: ({ event, action, timeoutMs, rateLimit }) =>
    [
      `event="${event}"`,
      writeAction(action),
      `timeout="${formatDuration(timeoutMs)}"`,
      ...(rateLimit === null ? [] : [`rateLimit="${rateLimitType.write(rateLimit)}"`]),
    ].join(" "),
});

type ActionFields = Omit<HookFields, "event" | "timeout" | "rateLimit">;

function onlyAction(values: {
  readonly [K in keyof ActionFields]: ActionFields[K] | undefined;
}): HookAction | undefined {
  const { exec, http, mail, restart, stopGroup, start } = values;
  const actions: HookAction[] = [
    ...(exec === undefined ? [] : [{ kind: "exec", argv: exec } as const]),
    ...(http === undefined ? [] : [{ kind: "http", url: http } as const]),
    ...(mail === undefined ? [] : [{ kind: "mail", to: mail } as const]),
    ...(restart === true ? [{ kind: "restart" } as const] : []),
    ...(stopGroup === undefined ? [] : [{ kind: "stop-group", group: stopGroup } as const]),
    ...(start === undefined ? [] : [{ kind: "start", id: start } as const]),
  ];
  return actions.length === 1 ? actions[0] : undefined;
}

function writeAction(action: HookAction): string {
  switch (action.kind) {
    case "exec":
      return `exec="${writeWords(action.argv)}"`;
    case "http":
      return `http="${action.url}"`;
    case "mail":
      return `mail="${action.to}"`;
    case "restart":
      return 'restart="true"';
    case "stop-group":
      return `stopGroup="${action.group}"`;
    case "start":
      return `start="${action.id}"`;
  }
}
