import { existsSync } from "node:fs";
import { type DpmError, hasCode, isDpmError } from "@dpm/errors";
import { type FrameConnection, formatAddress, listen, type Listener } from "@dpm/socket";
import type { HandedSocket } from "../upgrade/handover.ts";
import type { PlannedListener } from "./plan-listeners.ts";
import { readCertificate } from "./read-certificate.ts";

/** Who is told what. */
export interface ListenersOptions {
  /** For each address. */
  readonly maxConnections: number;
  /** `isLocal`: it came over a Unix socket, whose file mode has let it in. */
  readonly accept: (connection: FrameConnection, from: { readonly isLocal: boolean }) => void;
  /** One client could not be let in; listening goes on. */
  readonly problem: (error: DpmError) => void;
  /** Sockets that listen already, by the text of their planned address; another program has handed them over. */
  readonly inherited?: ReadonlyMap<string, number>;
  /** An address that is not needed can't be had. */
  readonly unavailable: (error: DpmError) => void;
}

/** The addresses that a daemon listens on. */
export interface Listeners {
  /** The TCP and TLS ones, with their actual ports. */
  readonly addresses: readonly string[];
  /** The path of the Unix socket; null when there is none. */
  readonly socketFile: string | null;
  /** Reads the certificates again; throws for a bad one, and keeps what was in use. */
  renewCertificates(): Promise<void>;
  /** Makes socket files again that somebody has removed; throws when one can't be made. */
  restoreSocketFiles(): Promise<void>;
  /** Stops listening and keeps the sockets for another program, as descriptors that `duplicate` makes. */
  handOver(duplicate: (fd: number) => number): readonly HandedSocket[];
  /** Stops listening; open connections stay open. */
  close(): Promise<void>;
}

interface Open extends PlannedListener {
  /** The text of the planned address. */
  readonly planned: string;
  listener: Listener;
}

/** Listens on all planned addresses, or on none: throws the error of the first that can't be had. */
export async function openListeners(
  planned: readonly PlannedListener[],
  options: ListenersOptions,
): Promise<Listeners> {
  const open: Open[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(open.map(({ listener }) => listener.close()));
  };
  try {
    for (const plan of planned) {
      const listener = await openOne(plan, options);
      if (listener !== null) open.push({ ...plan, planned: formatAddress(plan.address), listener });
    }
  } catch (error) {
    await close();
    throw error;
  }
  const addresses = open.map(({ listener }) => listener.address);
  const socket = addresses.find((address) => address.kind === "unix");
  return {
    addresses: addresses.filter(({ kind }) => kind !== "unix").map(formatAddress),
    socketFile: socket?.kind === "unix" ? socket.path : null,
    async renewCertificates() {
      // All are read before the first is used, so that a missing file changes nothing.
      const renewals = await Promise.all(
        open.map(async ({ certificate, listener }) => {
          const read = certificate === null ? null : await readCertificate(certificate);
          return (): void => {
            if (read !== null) listener.renewCertificate(read);
          };
        }),
      );
      for (const renew of renewals) renew();
    },
    async restoreSocketFiles() {
      for (const one of open) {
        const { address } = one;
        if (address.kind !== "unix" || existsSync(address.path)) continue;
        // Nobody can come to the old one any more; who has come stays. Closed first, it can't take the new file for its own,
        // which may have the same inode.
        await one.listener.close();
        one.listener = (await openOne(one, { ...options, inherited: new Map() })) ?? one.listener;
      }
    },
    handOver: (duplicate) =>
      open.map(({ planned, listener }) => ({ planned, fd: listener.handOver(duplicate) })),
    close,
  };
}

async function openOne(plan: PlannedListener, options: ListenersOptions): Promise<Listener | null> {
  const { address, certificate, optional } = plan;
  const isLocal = address.kind === "unix";
  const tls = certificate === null ? {} : { tls: await readCertificate(certificate) };
  try {
    return await listen(
      address,
      {
        ...tls,
        descriptor: options.inherited?.get(formatAddress(address)),
        maxConnections: options.maxConnections,
        socketMode: 0o600,
        onProblem: options.problem,
      },
      (connection) => options.accept(connection, { isLocal }),
    );
  } catch (error) {
    // The other reasons, such as a living daemon behind the file, must be looked at.
    if (!optional || !isDpmError(error) || !hasCode(error, "ERR_DPM_WIRE_SOCKET_PATH_TOO_LONG"))
      throw error;
    options.unavailable(error);
    return null;
  }
}
