import type { Permission } from "@dpm/pdu";

import type { Authentication } from "../handshake/server-handshake.ts";

/** What a server says about itself. */
export interface ServerIdentity {
  /** Program and version, such as `pmd 1.0.0`. */
  readonly server: string;
  /** Names the state directory; stays over restarts. */
  readonly instanceId: string;
  /** Names this boot of the machine. */
  readonly bootId: string;
  /** Grows with each applied change of configuration. Read anew for each connection, so it may be a getter. */
  readonly generation: number;
  /** Names of the commands that are carried out. Default: all of the interface. */
  readonly capabilities?: readonly string[];
}

/** On what terms a connection is served. */
export interface AcceptTerms {
  /** How the client has to prove who it is. */
  readonly authentication: Authentication;
  /** What the client may do once it is let in. */
  readonly permission: Permission;
}
