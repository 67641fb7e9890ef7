import { dpmError } from "@dpm/errors";
import type { SignalRequest } from "@dpm/pdu";
import type { Handler } from "./handler.ts";
import { streamRows } from "./stream-rows.ts";
import { toSelection } from "./to-selection.ts";

const shape = /^SIG[A-Z0-9+-]{1,16}$/;

/** Sends a signal to the main processes. */
export const signal: Handler<SignalRequest> = ({ supervisor }, request, call) => {
  if (!shape.test(request.signal)) {
    throw dpmError("ERR_DPM_DAEMON_ARGUMENT", {
      name: "signal",
      reason: "expected a name such as SIGHUP",
    });
  }
  const ids = supervisor.select(toSelection(request.selector));
  const { actor } = call;
  return streamRows((onResult) =>
    supervisor.signalProcesses(ids, request.signal, { actor, signal: call.signal, onResult }),
  );
};
