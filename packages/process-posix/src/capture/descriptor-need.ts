/** What capture may open. */
export interface DescriptorPlan {
  /** Logs that are open at a time. */
  readonly logs: number;
  /** FIFOs that can be read at a time. */
  readonly fifos: number;
}

// A log and its time index.
const ofEachLog = 2;
const mostLogs = 256;
const fewestLogs = 4;
// Rotating, and looking at directories.
const passing = 8;
/** What Node itself has open in the thread of capture, at about. */
export const usualDescriptors = 40;

/** Shares out the descriptors of the capture's thread, which has these already. */
export function planDescriptors(limit: number, present: number): DescriptorPlan {
  const free = Math.max(0, limit - present - passing);
  const logs = Math.max(fewestLogs, Math.min(mostLogs, Math.floor(free / 8)));
  return { logs, fifos: Math.max(0, free - ofEachLog * logs) };
}

/** The limit of open files that reading so many FIFOs at a time takes. */
export function descriptorNeed(fifos: number): number {
  const wanted = fifos + usualDescriptors + passing;
  // Few logs are open at a time where there are few FIFOs.
  return wanted + ofEachLog * Math.max(fewestLogs, Math.min(mostLogs, Math.ceil(fifos / 6)));
}
