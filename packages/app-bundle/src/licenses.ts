import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "rolldown";

/** The folder of the installed package that a module belongs to; null for our own. */
function packageFolder(module: string): string | null {
  if (!module.includes("node_modules")) return null;
  let folder = dirname(module);
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

function licenseOf(folder: string): string {
  const { name, version, license }: Record<string, string> = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/iu.test(entry));
  const text = file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}

/** Writes the licences of everything bundled that is not ours beside the bundle, as `licenses.txt`. */
export function licenses(): Plugin {
  return {
    name: "licenses",
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) =>
        file.type === "chunk" ? file.moduleIds : [],
      );
      const folders = new Set(modules.map(packageFolder).filter((folder) => folder !== null));
      const texts = [...folders].map(licenseOf).toSorted();
      const source = texts.join(`\n${"-".repeat(80)}\n\n`);
      this.emitFile({ type: "asset", fileName: "licenses.txt", source });
    },
  };
}
