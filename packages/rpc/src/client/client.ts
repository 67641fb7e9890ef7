import type { DpmError } from "@dpm/errors";
import type { Permission, Version, Welcome } from "@dpm/pdu";

import type { Command } from "../command.ts";
import type { ResultStream } from "./result-stream.ts";

/** What a server said about itself. */
export interface ServerInfo {
  /** The name of the program, such as `pmd`. */
  readonly name: string;
  /** The version of the program, such as `1.0.0`; empty when it gave none. */
  readonly version: string;
  readonly interfaceVersion: Version;
  /** Names of the commands that it carries out, such as `config.set`. */
  readonly capabilities: ReadonlySet<string>;
  /** Names its state directory; stays over restarts of the server. */
  readonly instanceId: string;
  /** Names this boot of its machine. */
  readonly bootId: string;
  /** Grows with each applied change of its configuration. */
  readonly generation: number;
}

/** How one request is made. */
export interface RequestOptions {
  /** How long to wait for the whole answer. Default: no limit. */
  readonly timeoutMs?: number;
  /** The time that the error of a late answer names, where `timeoutMs` is only what is left of it. Default: `timeoutMs`. */
  readonly wholeTimeoutMs?: number;
  /**
   * 16 random bytes from `createRequestKey`: sent again, also over another connection, the request runs once and is
   * answered alike. Of no effect for a command that only reads.
   */
  readonly key?: Uint8Array;
  /** How many results may wait here unread; the server pauses beyond that. Default 32. */
  readonly credit?: number;
}

/** One end of a connection whose server has proven itself. */
export interface Client {
  readonly server: ServerInfo;
  /** Where the server is, as errors name it. */
  readonly address: string;
  /** What this client may do; rejects when the server refuses it. Requests need not wait for this. */
  permission(): Promise<Permission>;
  /** Sends a request. Never throws; a failure, also one of the connection, comes out of the iteration. */
  request(command: Command, options?: RequestOptions): ResultStream;
  /** Resolves when the connection has ended, with the error unless `close` ended it. */
  closed(): Promise<DpmError | undefined>;
  /** Ends the connection; requests that are open fail with ERR_DPM_WIRE_CONNECTION_LOST. */
  close(): void;
}

/** Reads a Welcome. */
export function toServerInfo(welcome: Welcome): ServerInfo {
  const space = welcome.server.lastIndexOf(" ");
  return {
    name: space < 0 ? welcome.server : welcome.server.slice(0, space),
    version: space < 0 ? "" : welcome.server.slice(space + 1),
    interfaceVersion: welcome.version ?? { major: 0, minor: 0 },
    capabilities: new Set(welcome.capabilities),
    instanceId: welcome.instanceId,
    bootId: welcome.bootId,
    generation: welcome.generation,
  };
}
