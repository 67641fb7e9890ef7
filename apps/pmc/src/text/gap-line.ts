import type { LogGap } from "@dpm/pdu";

import { escapeLine } from "./escape.ts";

/** What a gap in a log is for people: `[pmd: 1,234 lines (56,789 bytes) dropped: no space left on device]`. */
export function gapLine({ lines, bytes, reason }: LogGap): string {
  const why = reason === "" ? "" : `: ${escapeLine(reason)}`;
  if (lines === 0) return `[pmd: output may be missing here${why}]`;
  const number = new Intl.NumberFormat("en-US");
  const counted = `${number.format(lines)} ${lines === 1 ? "line" : "lines"}`;
  const size =
    bytes === undefined ? "" : ` (${number.format(bytes)} ${bytes === 1 ? "byte" : "bytes"})`;
  return `[pmd: ${counted}${size} dropped${why}]`;
}
