import { closeSync, readdirSync, readFileSync } from "node:fs";

/** Which inherited descriptors shall stay open. */
export interface InheritedDescriptorOptions {
  /** Beside standard input, output and error. */
  readonly keep?: readonly number[];
}

/**
 * Closes what this process inherited from whoever started it, and answers what that was. Everything that Node opens is
 * closed on exec; what it inherited with a number that is out of its reach is not, and would reach every program that is started.
 * To be called first thing, before anything else of the process opens descriptors of its own. Linux only; elsewhere it closes nothing.
 */
export function closeInheritedDescriptors(
  options: InheritedDescriptorOptions = {},
): readonly number[] {
  if (process.platform !== "linux") return [];
  // Set for a child of Node's own `fork`: its channel to the parent.
  const channel = Number(process.env["NODE_CHANNEL_FD"] ?? -1);
  const kept = new Set([0, 1, 2, channel, ...(options.keep ?? [])]);
  const inherited = readdirSync("/proc/self/fd")
    .map(Number)
    .filter((fd) => !kept.has(fd) && staysOpenOnExec(fd));
  for (const fd of inherited) closeSync(fd);
  return inherited;
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
