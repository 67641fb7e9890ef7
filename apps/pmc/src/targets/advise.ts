import type { CommandSpec } from "@dpm/commands";
import type { ErrorReport } from "@dpm/errors";
import { type Address, formatAddress, isLoopback } from "@dpm/socket";

import type { World } from "../world.ts";
import type { Target } from "./find-targets.ts";
import { localPlaces } from "./local-places.ts";
import { readRunning } from "./runtime-file.ts";

const nobodyThere: readonly string[] = [
  "ERR_DPM_WIRE_CONNECT_REFUSED",
  "ERR_DPM_WIRE_SOCKET_MISSING",
];

function isLocal(address: Address): boolean {
  return address.kind === "unix" || isLoopback(address);
}

/** Where other daemons of this user listen, one address of each. */
function othersThan(target: Target, world: World): readonly string[] {
  return readRunning(localPlaces(world).runningDirectory).flatMap(({ pid, listen, socket }) => {
    const known = [...listen, ...(socket === undefined ? [] : [socket])].map(formatAddress);
    const isOther = pid !== null && isAlive(pid) && !known.includes(target.text);
    return isOther ? known.slice(0, 1) : [];
  });
}

// A daemon that was killed leaves its entry behind.
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function hintOf({ code, category, hint }: ErrorReport, { words }: CommandSpec): string | undefined {
  // The server's own hint is meant for who writes a client.
  if (code === "ERR_DPM_WIRE_NOT_FRAMES") return "Check the port: pmd's default is 8988.";
  if (hint !== undefined || category !== "invalid-argument") return hint;
  return `See "pmc help ${words.join(" ")}".`;
}

/** The error of a server with the hint that only this side can give: the help page, or where a pmd runs instead. */
export function advise(
  error: ErrorReport,
  { target, spec }: { readonly target: Target; readonly spec: CommandSpec },
  world: World,
): ErrorReport {
  const isElsewhere = nobodyThere.includes(error.code) || error.code === "ERR_DPM_WIRE_NOT_FRAMES";
  const others = isElsewhere && isLocal(target.address) ? othersThan(target, world) : [];
  const parts = [
    hintOf(error, spec),
    others.length === 0
      ? undefined
      : `A pmd of this user runs at ${others.join(", ")}: name it with --server.`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? error : { ...error, hint: parts.join("\n") };
}
