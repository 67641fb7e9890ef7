import type { DisplayedValue, Origin } from "@dpm/config";
import type { OriginInit, ValueInit } from "@dpm/pdu";

/** An effective value as it crosses the wire. */
export function toValue({ key, value, origin, hides }: DisplayedValue): ValueInit {
  return {
    key,
    value,
    origin: toOrigin(origin),
    hides: hides.map((hidden) => ({ value: hidden.value, origin: toOrigin(hidden) })),
  };
}

function toOrigin({ layer, at, variable }: Origin): OriginInit {
  // A variable of the daemon has no place in a file; its name is where it is from.
  return { layer, file: at?.file ?? variable, line: at?.line, column: at?.column };
}
