import type { Origin, Value } from "@dpm/pdu";

/** Where a value was written. */
interface OriginJson {
  readonly layer: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** One effective value as JSON output shows it. */
export interface ValueJson {
  readonly key: string;
  readonly value: string;
  readonly origin: OriginJson | null;
  readonly hides: readonly { readonly value: string; readonly origin: OriginJson | null }[];
}

function toOriginJson(origin: Origin | null): OriginJson | null {
  if (origin === null) return null;
  return {
    layer: origin.layer,
    file: origin.file === "" ? null : origin.file,
    line: origin.line === 0 ? null : origin.line,
    column: origin.column === 0 ? null : origin.column,
  };
}

/** A value as JSON output shows it. */
export function toValueJson({ key, value, origin, hides }: Value): ValueJson {
  return {
    key,
    value,
    origin: toOriginJson(origin),
    hides: hides.map((hidden) => ({ value: hidden.value, origin: toOriginJson(hidden.origin) })),
  };
}
