// `pnpm build:binaries`: makes dist/native/pmc, a program that needs no Node. With --where-possible it is no failure that Bun, which makes it, can't be had.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./run.ts";

const app = join(root, "apps/pmc");
const bun = join(root, "node_modules/bun/bin/bun.exe");
const native = join(app, "dist/native");
const program = join(native, process.platform === "win32" ? "pmc.exe" : "pmc");
const stampFile = join(native, "pmc.stamp");

const flags = [
  "--compile",
  "--minify",
  "--bytecode",
  // A piece for each command, so that what another one needs is not even mapped.
  "--format=esm",
  "--splitting",
  "--target=bun",
  // A command is over before code that was compiled for speed has paid for itself, and compiling it takes the other processors away from others.
  "--compile-jit-policy=20",
  // What lies in the folder where somebody happens to be is not for pmc.
  "--no-compile-autoload-dotenv",
  "--no-compile-autoload-bunfig",
  "--no-compile-autoload-tsconfig",
  "--no-compile-autoload-package-json",
];

function fail(message: string): never {
  const isFine = process.argv.includes("--where-possible");
  console.error(`${message}${isFine ? "; bin/pmc runs on Node instead" : ""}`);
  process.exit(isFine ? 0 : 1);
}

const bundle = join(app, "dist/main.stamp");
if (!existsSync(bundle)) fail("No native pmc: its bundle has to be built first");

const version = existsSync(bun) ? run([bun, "--version"]) : undefined;
if (version?.status !== 0) fail("No native pmc: Bun is not installed or does not run here");

// The first line is that of the bundle, which bin/pmc compares; the second one says how the program was made.
const how = createHash("sha256")
  .update([version.output, ...flags].join("\n"))
  .digest("hex");
const stamp = `${readFileSync(bundle, "utf8")}${how}\n`;
const known = existsSync(stampFile) ? readFileSync(stampFile, "utf8") : "";
if (known !== stamp || !existsSync(program)) {
  mkdirSync(native, { recursive: true });
  // Before the program changes: one without a stamp is not used.
  rmSync(stampFile, { force: true });
  // One that runs can't be overwritten, but another can take its place.
  const made = `${program}.${process.pid}`;
  const built = run([bun, "build", ...flags, join(app, "src/main.ts"), `--outfile=${made}`]);
  if (built.status !== 0) fail(`No native pmc: Bun could not make it\n${built.output}`);
  renameSync(made, program);
  writeFileSync(stampFile, stamp);
}
