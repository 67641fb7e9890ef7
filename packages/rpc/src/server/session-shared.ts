import type { Deadlines } from "../deadlines.ts";
import type { GuessDelay } from "../handshake/guess-delay.ts";
import type { KeepAlive } from "../keep-alive.ts";
import type { ServerIdentity } from "./accept-terms.ts";
import type { Dispatcher } from "./dispatcher.ts";
import type { ServerEvent } from "./server-event.ts";
import type { ServerLimits } from "./server-limits.ts";

/** What the sessions of one server share. */
export interface SessionShared {
  readonly identity: ServerIdentity;
  readonly capabilities: readonly string[];
  readonly dispatcher: Dispatcher;
  readonly deadlines: Deadlines;
  readonly keepAlive: KeepAlive;
  readonly guessDelay: GuessDelay;
  readonly limits: ServerLimits;
  readonly log: (event: ServerEvent) => void;
}

/** What a session tells its server. */
export interface SessionListener {
  /** The handshake is over, well or not, and so is what a refusal took. May be called again. */
  settled(): void;
  /** The connection is no more. */
  ended(): void;
}
