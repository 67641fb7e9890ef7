// Every relative link in a Markdown file leads to a file that exists, and every #part to a heading of it.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root, run } from "../run.ts";

const files = run(["git", "ls-files", "-co", "--exclude-standard", "*.md"])
  .output.split("\n")
  .filter(Boolean);

/** Headings become anchors the way code hosts make them. */
function anchorsOf(file: string): Set<string> {
  const headings = readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm);
  return new Set(
    [...headings].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{Letter}\p{Number} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

const dead: string[] = [];
for (const file of files) {
  const path = join(root, file);
  if (!existsSync(path)) continue;
  const text = readFileSync(path, "utf8").replaceAll(/```[\s\S]*?```/g, "");
  for (const [, link = ""] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(link)) continue;
    const [target = "", part] = link.split("#");
    const absolute = target === "" ? path : join(dirname(path), decodeURIComponent(target));
    if (!existsSync(absolute)) dead.push(`${file}: ${link}: no such file`);
    else if (part !== undefined && absolute.endsWith(".md") && !anchorsOf(absolute).has(part))
      dead.push(`${file}: ${link}: no such heading in ${relative(root, absolute)}`);
  }
}
for (const line of dead) console.error(line);
process.exitCode = dead.length === 0 ? 0 : 1;
