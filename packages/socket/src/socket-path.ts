import { dpmError } from "@dpm/errors";

import { formatAddress, type UnixAddress } from "./address.ts";

/** The most bytes that a path in a `sockaddr_un` has, without its zero byte. */
export const socketPathLimitBytes: number = process.platform === "linux" ? 107 : 103;

/** Throws ERR_DPM_WIRE_SOCKET_PATH_TOO_LONG when the kernel would not take the path; some systems would cut it instead. */
export function assertSocketPathFits(address: UnixAddress, extraBytes = 0): void {
  const bytes = Buffer.byteLength(address.path);
  const limitBytes = socketPathLimitBytes - extraBytes;
  if (bytes > limitBytes) {
    throw dpmError("ERR_DPM_WIRE_SOCKET_PATH_TOO_LONG", {
      address: formatAddress(address),
      bytes,
      limitBytes,
    });
  }
}
