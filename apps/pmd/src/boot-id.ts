import { readFileSync } from "node:fs";
import { hostname, uptime } from "node:os";

/** Names this boot of the machine: pids and start times mean nothing in another. */
export function readBootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    // Elsewhere the moment of the boot; whole minutes, since both clocks behind it tick by themselves.
    return `${hostname()}-${Math.round((Date.now() / 1000 - uptime()) / 60)}`;
  }
}
