// Writes docs/errors.md from the table of codes, so that page and table cannot disagree.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { categories } from "../src/category.ts";
import type { CodeEntry } from "../src/code-entry.ts";
import { codes } from "../src/codes.ts";

/** Details whose every field reads as its own name, so that a sentence shows its places. */
function placeholders(name: string): unknown {
  const text = `‹${name}›`;
  return new Proxy(() => text, {
    get(_, property) {
      if (property === Symbol.toPrimitive || property === "toString" || property === "toJSON")
        return () => text;
      if (property === Symbol.iterator) return [text][Symbol.iterator].bind([text]);
      if (property === "length") return 1;
      if (property === "map")
        return (show: (item: unknown) => unknown) => [show(placeholders(name))];
      if (property === "join") return () => text;
      return placeholders(String(property));
    },
  });
}

function sentence(say: ((details: never) => string) | undefined): string {
  if (say === undefined) return "";
  try {
    return say(placeholders("details") as never)
      .replaceAll("NaN", "‹…›")
      .replaceAll("|", "\\|")
      .replaceAll("\n", " ");
  } catch {
    return "(depends on the details)";
  }
}

const rows = Object.entries(codes as unknown as Record<string, CodeEntry<never>>).map(
  ([name, entry]) => ({
    name,
    category: entry.category,
    message: sentence(entry.message),
    hint: sentence(entry.hint),
  }),
);

const sections = categories
  .map((category) => ({ category, rows: rows.filter((row) => row.category === category) }))
  .filter((section) => section.rows.length > 0)
  .map(
    ({ category, rows }) =>
      `## ${category}\n\n| code | message | hint |\n| --- | --- | --- |\n${rows.map((row) => `| \`${row.name}\` | ${row.message} | ${row.hint} |`).join("\n")}\n`,
  );

const page = `# Errors

Generated from \`packages/errors/src/codes\`; \`pnpm generate\` writes it anew.

Every error has a stable code, a category that says what a client can do about it, a sentence that names the place and,
where there is one, a hint with the next step. ‹Angles› stand for what is filled in. The exit status of \`pmc\` follows
from the category: see [commands.md](commands.md).

${sections.join("\n")}`;

const file = join(import.meta.dirname, "../../../docs/errors.md");
let before = "";
try {
  before = readFileSync(file, "utf8");
} catch {
  // The first time there is none.
}
if (before !== page) writeFileSync(file, page);
