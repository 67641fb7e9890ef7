import type { Engine, ProbeAnswer, ProbeCheck, Prober } from "@dpm/process-core";
import { askExec } from "./ask-exec.ts";
import { askHeartbeat } from "./ask-heartbeat.ts";
import { askHttp } from "./ask-http.ts";
import { askTcp } from "./ask-tcp.ts";
import { messageOf } from "../failure.ts";

/** Asks processes how they are. Every question ends by its timeout, whatever the process does. */
export function createProber(engine: Engine): Prober {
  return {
    ask(check, { timeoutMs, failAfterMs }) {
      const cancelled = new AbortController();
      const signal = AbortSignal.any([cancelled.signal, AbortSignal.timeout(timeoutMs)]);
      return {
        answer: answered(engine, check, { signal, timeoutMs, failAfterMs }),
        cancel: () => cancelled.abort(),
      };
    },
  };
}

interface Limits {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  readonly failAfterMs: number;
}

async function answered(engine: Engine, check: ProbeCheck, limits: Limits): Promise<ProbeAnswer> {
  const reason = await failureReason(engine, check, limits).catch(messageOf);
  if (reason === null) return { kind: "passed" };
  return {
    kind: "failed",
    reason: limits.signal.aborted ? `no answer within ${limits.timeoutMs} ms` : reason,
  };
}

/** Null when the process is well. */
function failureReason(
  engine: Engine,
  check: ProbeCheck,
  { signal, failAfterMs }: Limits,
): Promise<string | null> {
  switch (check.kind) {
    case "exec":
      return askExec(engine, check.argv, signal);
    case "tcp":
      return askTcp(check.host, check.port, signal);
    case "http":
      return askHttp(check.url, signal);
    case "heartbeat":
      return askHeartbeat(check.file, failAfterMs);
  }
}
