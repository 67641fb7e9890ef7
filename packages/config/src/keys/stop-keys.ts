import type { KillMode } from "../model/process-values.ts";
import { choiceType } from "../values/choice-type.ts";
import { durationType } from "../values/number-types.ts";
import { signalType } from "../values/signal-types.ts";
import type { ProcessKeysOf } from "./process-keys-of.ts";

const killModes: readonly KillMode[] = ["group", "mixed", "process"];

/** How it is stopped. */
export const stopKeys: ProcessKeysOf<"stopSignal" | "stopTimeout" | "killMode"> = {
  stopSignal: {
    type: signalType,
    default: "SIGTERM",
    doc: "The signal that asks it to end.",
    aliases: ["KillSignal", "kill_signal", "down-signal", "term-signal"],
    restart: false,
  },
  stopTimeout: {
    type: durationType(),
    default: 10_000,
    doc: "After this time it is ended by SIGKILL.",
    aliases: [
      "stopwaitsecs",
      "TimeoutStopSec",
      "stop-timeout",
      "graceful_timeout",
      "terminationGracePeriodSeconds",
    ],
    restart: false,
  },
  killMode: {
    type: choiceType(killModes, { "control-group": "group" }),
    default: "group",
    doc: "Who is signalled: the whole group, only the process and then the group by SIGKILL (`mixed`), or only the process.",
    aliases: ["KillMode"],
    restart: false,
  },
};
