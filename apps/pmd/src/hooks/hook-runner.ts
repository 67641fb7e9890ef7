import type { Engine, HookAction, HookFacts, HookRunner } from "@dpm/process-core";
import { describeProgramFailure, runProgram } from "../run-program.ts";
import { hookEnvironment } from "./hook-environment.ts";
import { postFacts } from "./post-facts.ts";
import { type MailSettings, sendMail } from "./send-mail.ts";
import { messageOf } from "../failure.ts";

const atOnce = 16;
const waitingAtMost = 1_000;

/** What a runner of hooks needs. */
export interface HookRunnerOptions {
  readonly engine: Engine;
  /** Told about every hook that failed or had to be dropped. */
  readonly failed: (sentence: string) => void;
  /** Asked for each mail, since the settings may change meanwhile. */
  readonly mail: () => MailSettings;
}

/** The actions that leave the daemon. */
export type OutgoingAction = Parameters<HookRunner["run"]>[0];

interface Job {
  readonly action: OutgoingAction;
  readonly facts: HookFacts;
  readonly timeoutMs: number;
}

/** Runs hooks, 16 at a time; when 1,000 wait already, more are dropped and said to be. */
export function createHookRunner({ engine, failed, mail }: HookRunnerOptions): HookRunner {
  const waiting: Job[] = [];
  let running = 0;

  const act = async ({ action, facts, timeoutMs }: Job): Promise<void> => {
    const signal = AbortSignal.timeout(timeoutMs);
    switch (action.kind) {
      case "exec": {
        const run = { id: "hook", argv: action.argv, environment: hookEnvironment(facts), signal };
        const failure = describeProgramFailure(await runProgram(engine, run));
        if (failure !== null) throw new Error(failure);
        return;
      }
      case "http":
        return postFacts(action.url, facts, signal);
      case "mail":
        return sendMail({ to: action.to, facts, settings: mail(), timeoutMs });
    }
  };

  const next = (): void => {
    const job = running < atOnce ? waiting.shift() : undefined;
    if (job === undefined) return;
    running += 1;
    void act(job)
      .catch((error: unknown) => failed(`${describe(job)} failed: ${messageOf(error)}`))
      .finally(() => {
        running -= 1;
        next();
      });
  };

  return {
    run(action, facts, { timeoutMs }) {
      const job = { action, facts, timeoutMs };
      if (waiting.length >= waitingAtMost) {
        failed(`${describe(job)} was dropped, since ${waitingAtMost} hooks are waiting`);
        return;
      }
      waiting.push(job);
      next();
    },
  };
}

function describe({ action, facts }: Job): string {
  return `the hook ${facts.event} of ${facts.id}, ${target(action)},`;
}

function target(action: Extract<HookAction, { kind: "exec" | "http" | "mail" }>): string {
  switch (action.kind) {
    case "exec":
      return action.argv[0];
    case "http":
      // The path or query of a webhook is often its secret.
      return URL.canParse(action.url) ? new URL(action.url).origin : "http";
    case "mail":
      return `mail to ${action.to}`;
  }
}
