import { dpmError, isDpmError } from "@dpm/errors";
import { notifyServiceManager } from "@dpm/process-posix";
import type { Troubles } from "../troubles.ts";

/** Tells the service manager that has started pmd, if one has, that it is ready, stopping or something else in the words of sd_notify(3). */
export function tellServiceManager(
  state: "READY=1" | "STOPPING=1",
  troubles: Pick<Troubles, "set">,
): void {
  const socket = process.env["NOTIFY_SOCKET"];
  if (socket === undefined || socket === "") return;
  try {
    const errno = notifyServiceManager(socket, state);
    if (errno !== null) throw dpmError("ERR_DPM_DAEMON_NOTIFY", { socket, reason: errno });
  } catch (error) {
    if (!isDpmError(error)) throw error;
    troubles.set("service-manager", error);
  }
}

/** Whether this is the main process of a unit of systemd, which starts another one when it dies. Before version 248 systemd says only where it is told. */
export function isRunByServiceManager(): boolean {
  const main = process.env["SYSTEMD_EXEC_PID"];
  return main === undefined ? Boolean(process.env["NOTIFY_SOCKET"]) : main === String(process.pid);
}
