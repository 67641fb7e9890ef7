import { errnoOf, messageOf } from "./failure.ts";

/** One line about an error that nobody foresaw: what it says, with the system's error and the path where there are any. Its stack is for the log. */
export function faultLine(failure: unknown): string {
  const message = messageOf(failure)
    .trim()
    .replaceAll(/\s*[\r\n]+\s*/g, "; ");
  const path = failure instanceof Error && "path" in failure ? failure.path : null;
  const more = [errnoOf(failure), typeof path === "string" ? path : null].filter(
    (part) => part !== null && !message.includes(part),
  );
  const about = more.length === 0 ? "" : ` (${more.join(", ")})`;
  return `pmd: ${message}${about}: this is a fault of pmd, please report it\n`;
}
