import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const run = promisify(execFile);
const packageDirectory = join(import.meta.dirname, "..");
const builtins = new Set(builtinModules);
let scratch: string;
let bundle: string;
let imports: readonly string[];

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "dpm-pdu-"));
  const build = await rolldown({
    input: join(packageDirectory, "src", "index.ts"),
    platform: "browser",
    logLevel: "silent",
  });
  const { output } = await build.generate({ format: "esm", codeSplitting: false });
  await build.close();
  bundle = join(scratch, "pdu.mjs");
  imports = output.flatMap((chunk) =>
    chunk.type === "chunk" ? [...chunk.imports, ...chunk.dynamicImports] : [],
  );
  await writeFile(bundle, output[0].code);
});

afterAll(async () => {
  await rm(scratch, { recursive: true });
});

const program = `
  import { decodePdu, encodePdu, permissionOf } from "./pdu.mjs";
  const bytes = encodePdu({ requestId: 7, welcome: { server: "grün", generation: 2 ** 53 - 1 } });
  console.log(permissionOf("configSet"), JSON.stringify(decodePdu(bytes)));
`;

describe("@dpm/pdu", () => {
  test("is, bundled for a browser, one file that needs nothing of Node's", async () => {
    const code = await readFile(bundle, "utf8");
    expect(imports).toEqual([]);
    expect(code).not.toMatch(/["']node:/);
    const required = [...code.matchAll(/\b(?:require|import)\(["']([^"']+)["']\)/g)].map(
      (match) => match[1] ?? "",
    );
    expect(required.filter((name) => builtins.has(name))).toEqual([]);
  });

  test.each(["node22", "node24", "node"])("works under %s", async (name) => {
    const node = join(packageDirectory, "node_modules", name, "bin", "node");
    const main = join(scratch, "main.mjs");
    await writeFile(main, program);
    const { stdout } = await run(node, [main]);
    expect(stdout).toMatch(
      /^admin {"requestId":7,.*"server":"grün".*"generation":9007199254740991/,
    );
  });
});
