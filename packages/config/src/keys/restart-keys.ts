import type { RestartPolicy } from "../model/process-values.ts";
import { choiceType } from "../values/choice-type.ts";
import { durationType } from "../values/number-types.ts";
import { booleanType } from "../values/plain-types.ts";
import { rateLimitType } from "../values/rate-limit-type.ts";
import { exitCodesType, exitStatusesType } from "../values/signal-types.ts";
import type { ProcessKeysOf } from "./process-keys-of.ts";

const policies: readonly RestartPolicy[] = [
  "no",
  "on-success",
  "on-failure",
  "on-abnormal",
  "on-watchdog",
  "on-abort",
  "always",
  "unless-stopped",
];

// What supervisord, OTP, Kubernetes and compose call the same policies.
const foreignPolicies: Readonly<Record<string, RestartPolicy>> = {
  false: "no",
  never: "no",
  Never: "no",
  temporary: "no",
  unexpected: "on-failure",
  transient: "on-failure",
  OnFailure: "on-failure",
  on_failure: "on-failure",
  exit_on_failure: "on-failure",
  true: "always",
  permanent: "always",
  Always: "always",
};

function foreignWords(): string {
  return policies
    .map((policy) => {
      const words = Object.keys(foreignPolicies).filter((word) => foreignPolicies[word] === policy);
      return words.length === 0 ? "" : `${words.join(", ")} as ${policy}`;
    })
    .filter((said) => said !== "")
    .join("; ");
}

/** Whether it starts, and what happens when it ended. */
export const restartKeys: ProcessKeysOf<
  | "enabled"
  | "autostart"
  | "restart"
  | "exitCodes"
  | "restartPreventExitStatus"
  | "restartForceExitStatus"
  | "startSecs"
  | "startTimeout"
  | "startLimit"
  | "restartDelay"
  | "restartMaxDelay"
  | "restartBurst"
  | "restartReset"
> = {
  enabled: {
    type: booleanType,
    default: true,
    doc: "False: it never starts, whoever asks.",
    restart: false,
  },
  autostart: {
    type: booleanType,
    default: true,
    doc: "Whether it starts with the daemon.",
    restart: false,
  },
  restart: {
    type: choiceType(policies, foreignPolicies),
    default: "on-failure",
    doc: `When it is started again after it ended by itself. Read as well: ${foreignWords()}.`,
    aliases: ["autorestart", "Restart", "restartPolicy", "respawn"],
    restart: false,
  },
  exitCodes: {
    type: exitCodesType,
    default: [0],
    doc: "Exit codes that count as success.",
    restart: false,
  },
  restartPreventExitStatus: {
    type: exitStatusesType,
    default: [],
    doc: "Exit codes and signals after which no policy starts it again.",
    aliases: ["RestartPreventExitStatus"],
    restart: false,
  },
  restartForceExitStatus: {
    type: exitStatusesType,
    default: [],
    doc: "Exit codes and signals after which every policy starts it again.",
    aliases: ["RestartForceExitStatus"],
    restart: false,
  },
  startSecs: {
    type: durationType({ finite: true }),
    default: 1000,
    doc: "An instance that ends sooner ended too early, whatever its exit code.",
    aliases: ["minReadySeconds"],
    restart: false,
  },
  startTimeout: {
    type: durationType(),
    default: 90_000,
    doc: "How long it may take to become ready.",
    aliases: ["TimeoutStartSec", "start-timeout"],
    restart: false,
  },
  startLimit: {
    type: rateLimitType,
    default: null,
    doc: "More restarts by its policy than this give it up (`fatal`); `none`: it is never given up.",
    restart: false,
  },
  restartDelay: {
    type: durationType({ finite: true }),
    default: 1000,
    doc: "Wait before the first restart that does not come at once; doubled each time, ±25 %.",
    aliases: ["RestartSec", "restart-delay"],
    restart: false,
  },
  restartMaxDelay: {
    type: durationType({ finite: true }),
    default: 300_000,
    doc: "The longest wait before a restart.",
    aliases: ["RestartMaxDelaySec"],
    restart: false,
  },
  restartBurst: {
    type: rateLimitType,
    default: { count: 3, windowMs: 60_000 },
    doc: "So many restarts come at once; `none`: each one waits.",
    restart: false,
  },
  restartReset: {
    type: durationType(),
    default: 600_000,
    doc: "Running this long forgets earlier failures.",
    restart: false,
  },
};
