// The rules that keep the packages alike: one description in three places, references equal to dependencies, the same scripts.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../run.ts";

interface Manifest {
  readonly name: string;
  readonly description?: string;
  readonly license?: string;
  readonly private?: boolean;
  readonly scripts?: Record<string, string>;
  readonly engines?: Record<string, string>;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

const problems: string[] = [];
// Used by tests and builds only, so no compiled output of others refers to them.
const unreferenced = new Set(["@dpm/test-kit", "@dpm/app-bundle"]);
const rootReadme = readFileSync(join(root, "README.md"), "utf8");

function readJson(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(root, ...path), "utf8"));
}

function expect(holds: boolean, message: string): void {
  if (!holds) problems.push(message);
}

function checkReferences(folder: string, manifest: Manifest): void {
  const { references = [] } = readJson(folder, "tsconfig.json") as {
    references?: { path: string }[];
  };
  const referenced = references.map(({ path }) => `@dpm/${path.split("/").at(-1)}`).toSorted();
  const all = folder.startsWith("apps/")
    ? { ...manifest.dependencies, ...manifest.devDependencies }
    : (manifest.dependencies ?? {});
  const needed = Object.keys(all)
    .filter((name) => name.startsWith("@dpm/") && !unreferenced.has(name))
    .toSorted();
  expect(
    JSON.stringify(referenced.filter((name) => !unreferenced.has(name))) === JSON.stringify(needed),
    `${folder}/tsconfig.json: references ${referenced.join(", ")}, but depends on ${needed.join(", ")}`,
  );
}

function checkPackage(folder: string): void {
  const manifest = readJson(folder, "package.json") as Manifest;
  const description = manifest.description ?? "";
  expect(
    manifest.name === `@dpm/${folder.split("/")[1]}`,
    `${folder}: the name is not the folder's`,
  );
  expect(manifest.license === "MIT", `${folder}: no MIT license`);
  expect(
    manifest.scripts?.["test"] === `vitest run --project ${manifest.name}`,
    `${folder}: the test script is not the usual one`,
  );
  if (folder.startsWith("tests/")) return;
  expect(manifest.engines?.["node"] === ">=22.15", `${folder}: engines.node is not >=22.15`);
  checkReferences(folder, manifest);
  const [, , sentence] = readFileSync(join(root, folder, "README.md"), "utf8").split("\n");
  expect(
    sentence === description,
    `${folder}/README.md: the first sentence is not the description of package.json`,
  );
  expect(
    rootReadme.includes(`| [\`${manifest.name}\`](${folder}) | ${description} |`),
    `README.md: no row for ${manifest.name} with its description`,
  );
  expect(existsSync(join(root, folder, "src")), `${folder}: no src`);
}

for (const parent of ["packages", "apps", "tests"])
  for (const name of readdirSync(join(root, parent)))
    if (existsSync(join(root, parent, name, "package.json"))) checkPackage(`${parent}/${name}`);

for (const line of problems) console.error(line);
process.exitCode = problems.length === 0 ? 0 : 1;
