import type { Origin, Value } from "@dpm/pdu";

import { escapeLine } from "./escape.ts";
import type { Style } from "./style.ts";

/** Where a value is from: its layer and, when it was written, the file and line. */
export function originText(origin: Origin | null): string {
  if (origin === null) return "";
  const place =
    origin.file === "" ? "" : ` ${origin.file}${origin.line === 0 ? "" : `:${origin.line}`}`;
  return escapeLine(origin.layer + place);
}

/** Keys and values, one line each; with their origins, and below each what it hides. Values are never cut or broken. */
export function renderValues(
  values: readonly Value[],
  { withOrigin, indent }: { readonly withOrigin: boolean; readonly indent: string },
  style: Style,
): string {
  const width = Math.max(0, ...values.map(({ key }) => key.length));
  return values
    .map(({ key, value, origin, hides }) => {
      const name = escapeLine(key).padEnd(width);
      const line = `${indent}${name}  ${escapeLine(value)}`;
      if (!withOrigin) return `${line.trimEnd()}\n`;
      const below = hides.map(
        (hidden) =>
          `${indent}${" ".repeat(width)}  ${style.paint("quiet", `hides ${escapeLine(hidden.value)}  (${originText(hidden.origin)})`)}\n`,
      );
      // Without a value, the origin stands in its column.
      return `${line}${value === "" ? "" : "  "}${style.paint("quiet", `(${originText(origin)})`)}\n${below.join("")}`;
    })
    .join("");
}
