import { readdirSync, readFileSync } from "node:fs";
import { isEngineLoadable } from "./c-library.ts";
import { setCloseOnExec } from "./descriptors.ts";

/**
 * Keeps what this process inherited from whoever started it to itself, and answers what that was. Everything that Node opens is
 * closed on exec; what it inherited with a number that is out of its reach is not, and would reach every program that is started.
 *
 * Nothing is closed: a thread of Node may have a file open for a moment that looks just the same, such as the certificates that
 * NODE_EXTRA_CA_CERTS names, and would then close one of somebody else. Where the C library can't be called it does nothing.
 */
export function shieldInheritedDescriptors(): readonly number[] {
  if (!isEngineLoadable()) return [];
  const inherited = readdirSync("/proc/self/fd")
    .map(Number)
    .filter((fd) => fd > 2 && staysOpenOnExec(fd));
  // One that is gone meanwhile was not inherited.
  return inherited.filter((fd) => setCloseOnExec(fd, true) === null);
}

const closeOnExec = 0o2000000;

function staysOpenOnExec(fd: number): boolean {
  try {
    const flags = /^flags:\s*([0-7]+)/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, "latin1"));
    return flags !== null && (Number.parseInt(flags[1] ?? "0", 8) & closeOnExec) === 0;
  } catch {
    // The descriptor of the listing itself, closed by now.
    return false;
  }
}
