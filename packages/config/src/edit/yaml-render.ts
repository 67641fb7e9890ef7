import type { Outline } from "./outline.ts";
import { writeYamlScalar } from "./yaml-scalar.ts";

const plainKey = /^[A-Za-z_][\w.-]*$/;
const otherThanText = /^(?:null|true|false)$/i;

/** The lines of a key and its value in a block map. */
export function blockEntry(key: string, value: Outline, indent: string): string[] {
  const head = `${indent}${writeKey(key)}:`;
  if (typeof value === "string") {
    return [`${head} ${writeYamlScalar(value, { quote: "plain", isFlow: false })}`];
  }
  const inner = `${indent}  `;
  const lines =
    value.kind === "map"
      ? value.entries.flatMap(([name, child]) => blockEntry(name, child, inner))
      : value.items.flatMap((item) => blockItem(item, inner));
  return lines.length === 0 ? [`${head} ${flowValue(value)}`] : [head, ...lines];
}

/** The lines of an item in a block list. */
export function blockItem(value: Outline, indent: string): string[] {
  if (typeof value === "string" || value.kind === "list" || value.entries.length === 0) {
    return [`${indent}- ${flowValue(value)}`];
  }
  const [first = "", ...rest] = value.entries.flatMap(([name, child]) =>
    blockEntry(name, child, `${indent}  `),
  );
  return [`${indent}- ${first.trimStart()}`, ...rest];
}

/** A key and its value inside `{ }`. */
export function flowEntry(key: string, value: Outline): string {
  return `${writeKey(key)}: ${flowValue(value)}`;
}

/** A value inside `[ ]` or `{ }`. */
export function flowValue(value: Outline): string {
  if (typeof value === "string") {
    return writeYamlScalar(value, { quote: "plain", isFlow: true });
  }
  return value.kind === "list"
    ? `[${value.items.map(flowValue).join(", ")}]`
    : `{${value.entries.map(([name, child]) => flowEntry(name, child)).join(", ")}}`;
}

function writeKey(key: string): string {
  return plainKey.test(key) && !otherThanText.test(key) ? key : JSON.stringify(key);
}
