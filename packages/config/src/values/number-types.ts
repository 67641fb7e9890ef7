import { formatDuration, formatSize, parseDuration, parseSize } from "@dpm/units";
import { scalarType } from "./scalar-type.ts";
import { withVariable } from "./with-variable.ts";
import type { ValueType } from "./value-type.ts";

const integerShape = /^[+-]?\d{1,15}$/;

/** A whole number within bounds, both inclusive. */
export function integerType(range: {
  readonly min: number;
  readonly max: number;
}): ValueType<number> {
  const { min, max } = range;
  return scalarType({
    name: `integer ${String(min)}…${String(max)}`,
    phrase: `an integer from ${String(min)} to ${String(max)}`,
    example: String(Math.max(min, 1)),
    parse: (text) => {
      const value = integerShape.test(text.trim()) ? Number(text) : Number.NaN;
      return value >= min && value <= max ? value : undefined;
    },
    write: String,
    schema: withVariable(
      { type: "integer", minimum: min, maximum: max },
      { type: "string", pattern: "^[+-]?\\d+$" },
    ),
  });
}

/** Milliseconds, written with units; at least `minMs`. */
export function durationType(
  bounds: { readonly minMs?: number; readonly finite?: boolean } = {},
): ValueType<number> {
  const { minMs = 0, finite = false } = bounds;
  const least = minMs > 0 ? `, at least ${formatDuration(minMs)}` : "";
  return scalarType({
    name: "duration",
    phrase: "a duration",
    example: "5min 20s",
    hint: `for example 500ms, 10s, 5min 20s${finite ? "" : " or infinity"}${least}`,
    unit: "ms",
    outOfBounds: (text) => {
      const value = parseDuration(text);
      if (value === null) {
        return undefined;
      }
      return value < minMs ? `is less than ${formatDuration(minMs)}` : "is without end";
    },
    parse: (text) => {
      const value = parseDuration(text);
      return value === null || value < minMs || (finite && value === Infinity) ? undefined : value;
    },
    write: formatDuration,
    schema: { type: ["string", "number"] },
  });
}

/** Bytes, written with units. */
export const sizeType: ValueType<number> = scalarType({
  name: "size",
  phrase: "a size",
  example: "50MiB",
  hint: "for example 500K, 50MiB, 1G or infinity",
  unit: "bytes",
  parse: (text) => parseSize(text) ?? undefined,
  write: formatSize,
  schema: { type: ["string", "number"] },
});

const umaskShape = /^(?:0o)?[0-7]{1,4}$/;

/** A file mode mask, written in octal. */
export const umaskType: ValueType<number> = scalarType({
  name: "umask",
  phrase: "an octal file mode mask",
  example: "022",
  parse: (text) => {
    const value = umaskShape.test(text.trim())
      ? Number.parseInt(text.trim().replace("0o", ""), 8)
      : Number.NaN;
    return value <= 0o777 ? value : undefined;
  },
  write: (mask) => mask.toString(8).padStart(3, "0"),
  schema: { type: ["string", "integer"] },
});
