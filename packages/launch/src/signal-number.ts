import { constants } from "node:os";

const names = constants.signals as Readonly<Record<string, number>>;
// The C library keeps two of the real-time signals for itself; Linux only.
const firstRealTime = 34;
const lastRealTime = 64;

/** The number of a signal such as "SIGTERM", "HUP", "SIGRTMIN+3" or "15"; null when there is none of that name. */
export function signalNumber(name: string): number | null {
  const bare = name.toUpperCase().replace(/^SIG/, "");
  if (/^\d+$/.test(bare)) return Number(bare) <= lastRealTime ? Number(bare) : null;
  const realTime = /^RT(MIN|MAX)(?:([+-])(\d{1,2}))?$/.exec(bare);
  if (realTime === null) return names[`SIG${bare}`] ?? null;
  const base = realTime[1] === "MIN" ? firstRealTime : lastRealTime;
  const number = base + Number(`${realTime[2] ?? "+"}${realTime[3] ?? "0"}`);
  return number >= firstRealTime && number <= lastRealTime ? number : null;
}
