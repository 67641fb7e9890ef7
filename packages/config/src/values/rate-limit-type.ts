import { formatDuration, parseDuration } from "@dpm/units";
import type { RateLimit } from "../model/process-values.ts";
import { scalarType } from "./scalar-type.ts";
import type { ValueType } from "./value-type.ts";

const shape = /^(\d{1,9})\s*\/\s*(.+)$/u;

function parseRateLimit(text: string): RateLimit | null | undefined {
  const trimmed = text.trim();
  if (trimmed === "none") {
    return null;
  }
  const [, count = "", window = ""] = shape.exec(trimmed) ?? [];
  const windowMs = parseDuration(window);
  return Number(count) > 0 && windowMs !== null && windowMs > 0
    ? { count: Number(count), windowMs }
    : undefined;
}

// In seconds, as everybody writes it, where they are whole.
function writeWindow(windowMs: number): string {
  return windowMs % 1000 === 0
    ? `${String(windowMs / 1000)}s`
    : formatDuration(windowMs).replaceAll(" ", "");
}

/** So many within a window of time, such as `5/60s`; `none` for no limit. */
export const rateLimitType: ValueType<RateLimit | null> = scalarType<RateLimit | null>({
  name: "rate limit",
  phrase: "a rate limit",
  example: "5/60s",
  hint: "for example 5/60s (five within 60 seconds) or none",
  parse: parseRateLimit,
  write: (limit) =>
    limit === null ? "none" : `${String(limit.count)}/${writeWindow(limit.windowMs)}`,
  schema: { type: "string", examples: ["5/60s", "none"] },
});
