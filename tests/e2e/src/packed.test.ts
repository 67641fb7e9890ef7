import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createTemporaryDirectory } from "@dpm/test-kit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repository, runProgram, startDaemon } from "./daemon.ts";

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly bin?: unknown;
}

const folders = ["packages", "apps"]
  .flatMap((parent) =>
    readdirSync(join(repository, parent)).map((name) => join(repository, parent, name)),
  )
  .map((folder) => ({
    folder,
    manifest: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest,
  }))
  .filter(({ manifest }) => manifest.private !== true);

let tarballs: { readonly name: string; readonly path: string; readonly library: boolean }[] = [];
let installed: string;

// pnpm runs this test, and is what packs; by hand it comes from the registry.
const pnpm = process.env["npm_execpath"]?.includes("pnpm")
  ? [process.env["npm_execpath"]]
  : ["npx", "-y", "pnpm@12"];
const [packer = "npx", ...packerWords] = pnpm;
const pinned = { PATH: `${dirname(process.execPath)}:${process.env["PATH"]}` };

const made = [] as ReturnType<typeof createTemporaryDirectory>[];
afterAll(() => made.forEach((directory) => directory.remove()));

/** An empty folder that lives as long as this file's tests. */
function folder(): string {
  const directory = createTemporaryDirectory();
  made.push(directory);
  return directory.path;
}

beforeAll(async () => {
  const packs = folder();
  tarballs = await Promise.all(
    folders.map(async ({ folder, manifest }) => {
      const ended = await runProgram(
        packer,
        [...packerWords, "pack", "--pack-destination", packs],
        { directory: folder },
      );
      expect(ended.status, ended.stdout + ended.stderr).toBe(0);
      const file = readdirSync(packs).find((name) =>
        new RegExp(`^${manifest.name.slice(1).replace("/", "-")}-\\d`).test(name),
      );
      return {
        name: manifest.name,
        path: join(packs, file ?? "missing"),
        library: manifest.bin === undefined,
      };
    }),
  );
  installed = folder();
  writeFileSync(
    join(installed, "package.json"),
    '{ "name": "empty", "private": true, "type": "module" }\n',
  );
  const ended = await runProgram(
    "npm",
    ["install", "--no-audit", "--no-fund", ...tarballs.map(({ path }) => path)],
    { directory: installed },
  );
  expect(ended.status, ended.stderr).toBe(0);
}, 240_000);

test("every packed tarball is clean for publint", { timeout: 120_000 }, async () => {
  for (const { name, path } of tarballs) {
    const ended = await runProgram(join(repository, "node_modules/.bin/publint"), [
      "run",
      path,
      "--strict",
    ]);
    expect(ended, name).toMatchObject({ status: 0 });
  }
});

test(
  "the types of every packed library resolve as arethetypeswrong wants them",
  { timeout: 180_000 },
  async () => {
    for (const { name, path } of tarballs.filter(({ library }) => library)) {
      const ended = await runProgram(join(repository, "node_modules/.bin/attw"), [
        "--profile",
        "esm-only",
        path,
      ]);
      expect(ended, `${name}\n${ended.stdout}`).toMatchObject({ status: 0 });
    }
  },
);

test("every library can be imported from its tarball", { timeout: 60_000 }, async () => {
  const names = tarballs.filter(({ library }) => library).map(({ name }) => name);
  const program = names
    .map((name) => `import * as ${name.replaceAll(/\W/g, "_")} from "${name}";`)
    .join("\n");
  writeFileSync(join(installed, "all.js"), `${program}\nconsole.log("imported");\n`);
  const ended = await runProgram(process.execPath, ["all.js"], { directory: installed });
  expect(ended).toMatchObject({ status: 0, stdout: "imported" });
});

test(
  "a foreign project compiles against the declarations without skipping library checks",
  { timeout: 120_000 },
  async () => {
    const project = join(installed, "typed");
    mkdirSync(project, { recursive: true });
    const names = tarballs.filter(({ library }) => library).map(({ name }) => name);
    writeFileSync(
      join(project, "index.ts"),
      names.map((name, index) => `export * as p${index} from "${name}";`).join("\n"),
    );
    const words = [
      "--noEmit",
      "--strict",
      "--module",
      "nodenext",
      "--target",
      "es2024",
      "--skipLibCheck",
      "false",
    ];
    const types = ["--typeRoots", join(repository, "node_modules/@types"), "--types", "node"];
    const ended = await runProgram(
      join(repository, "node_modules/.bin/tsc"),
      [...words, ...types, join(project, "index.ts")],
      { directory: project },
    );
    expect(ended, ended.stdout).toMatchObject({ status: 0 });
  },
);

test(
  "the installed pmd and pmc start, show and stop a real process",
  { timeout: 120_000 },
  async () => {
    const bin = join(installed, "node_modules/.bin");
    const saved = process.env["PATH"];
    process.env["PATH"] = pinned.PATH;
    try {
      const daemon = await startDaemon(
        '<processManager><process id="id0" command="sleep 1000" autostart="false"/></processManager>',
        {
          programs: { pmd: join(bin, "pmd"), pmc: join(bin, "pmc") },
        },
      );
      expect(await daemon.pmc("start")).toMatchObject({ status: 0 });
      const [row] = await daemon.rows("ping");
      expect(readFileSync(`/proc/${row?.pid}/cmdline`, "utf8")).toBe("sleep\u00001000\u0000");
      expect(await daemon.pmc("stop")).toMatchObject({ status: 0 });
      expect(() => readFileSync(`/proc/${row?.pid}/cmdline`)).toThrow(/ENOENT/);
    } finally {
      process.env["PATH"] = saved;
    }
  },
);
