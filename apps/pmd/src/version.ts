import { readFileSync } from "node:fs";

/** The version of this program, from the package that it is part of; sources and bundle lie equally deep in it. */
export function readVersion(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  );
  return (manifest as { readonly version: string }).version;
}
