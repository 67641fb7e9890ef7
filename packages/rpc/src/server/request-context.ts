import type { DpmError } from "@dpm/errors";
import type { CommandName, Permission } from "@dpm/pdu";

/** Who asks for something, over which connection. */
export interface Caller {
  /** The client's program and its address, for events and audit. Free of control characters. */
  readonly actor: string;
  /** The address alone. */
  readonly address: string;
  readonly permission: Permission;
}

/** What a handler knows of a request besides what is asked for. */
export interface RequestContext extends Caller {
  readonly command: CommandName;
  /** How long the client waits in all; absent when it waits for ever. */
  readonly timeoutMs: number | undefined;
  /** Aborts when nobody wants the answer any more: cancelled, out of time, connection gone, server closing. The reason is a DpmError. */
  readonly signal: AbortSignal;
}

/** A context and the means to abort its signal. */
export interface AbortableContext {
  readonly context: RequestContext;
  abort(reason: DpmError): void;
}

/** Makes the context of one request. The signal is made only when a handler looks at it: most don't, and it is not cheap. */
export function createRequestContext(
  caller: Caller,
  request: { readonly command: CommandName; readonly timeoutMs: number },
): AbortableContext {
  let controller: AbortController | undefined;
  let reason: DpmError | undefined;
  const context: RequestContext = {
    actor: caller.actor,
    address: caller.address,
    permission: caller.permission,
    command: request.command,
    timeoutMs: request.timeoutMs === 0 ? undefined : request.timeoutMs,
    get signal() {
      if (controller === undefined) {
        controller = new AbortController();
        if (reason !== undefined) controller.abort(reason);
      }
      return controller.signal;
    },
  };
  return {
    context,
    abort: (why) => {
      reason ??= why;
      controller?.abort(reason);
    },
  };
}
