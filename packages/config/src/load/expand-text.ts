/** What came of replacing the variables in a text. */
export type Expansion =
  | { readonly kind: "expanded"; readonly text: string }
  | { readonly kind: "unset"; readonly name: string }
  | { readonly kind: "malformed"; readonly part: string };

/** The value of a variable; undefined when it is not set. */
export type Lookup = (name: string) => string | undefined;

const reference = /^\{([A-Za-z_][A-Za-z0-9_]*)(:-)?/u;
const deepest = 16;

/** Whether replacing variables could change the text. */
export function hasVariables(text: string): boolean {
  return text.includes("${") || text.includes("$$");
}

/**
 * Replaces `${VAR}` by its value, `${VAR:-default}` by the default where the variable is unset or empty, and `$$` by `$`.
 * A default may hold variables itself. Any other `$` stays, so that a shell command keeps its own.
 */
export function expandText(text: string, lookup: Lookup): Expansion {
  return hasVariables(text) ? expand(text, { lookup, depth: 0 }) : { kind: "expanded", text };
}

interface Surroundings {
  readonly lookup: Lookup;
  readonly depth: number;
}

function expand(text: string, surroundings: Surroundings): Expansion {
  const pieces: string[] = [];
  let rest = 0;
  for (let at = text.indexOf("$"); at !== -1; at = text.indexOf("$", rest)) {
    pieces.push(text.slice(rest, at));
    const next = text[at + 1];
    if (next !== "{") {
      pieces.push("$");
      rest = at + (next === "$" ? 2 : 1);
      continue;
    }
    const end = afterClosingBrace(text, at + 1);
    if (end === null) {
      return { kind: "malformed", part: text.slice(at) };
    }
    const piece = expandReference(text.slice(at + 1, end), surroundings);
    if (piece.kind !== "expanded") {
      return piece;
    }
    pieces.push(piece.text);
    rest = end;
  }
  return { kind: "expanded", text: pieces.join("") + text.slice(rest) };
}

function expandReference(part: string, { lookup, depth }: Surroundings): Expansion {
  const [head = "", name = "", hasDefault] = reference.exec(part) ?? [];
  const fallback = part.slice(head.length, -1);
  if (
    name === "" ||
    !part.endsWith("}") ||
    (hasDefault === undefined && fallback !== "") ||
    depth > deepest
  ) {
    return { kind: "malformed", part: `$${part}` };
  }
  const value = lookup(name);
  if (hasDefault === undefined) {
    return value === undefined ? { kind: "unset", name } : { kind: "expanded", text: value };
  }
  return value === undefined || value === ""
    ? expand(fallback, { lookup, depth: depth + 1 })
    : { kind: "expanded", text: value };
}

/** The offset after the brace that closes the one at `open`; null when none does. */
function afterClosingBrace(text: string, open: number): number | null {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "{" && (at === open || text[at - 1] === "$")) {
      depth++;
    } else if (text[at] === "}" && --depth === 0) {
      return at + 1;
    }
  }
  return null;
}
