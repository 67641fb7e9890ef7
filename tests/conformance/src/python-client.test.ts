import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isAlive, launchProgram, waitUntil } from "@dpm/test-kit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  compileProto,
  missingForPython,
  type ProtoModules,
  python,
  pythonProgram,
} from "./python.ts";
import { type RunningPmd, startPmd } from "./running-pmd.ts";

const configuration = `<processManager>
  <!-- kept by every edit -->
  <process id="a" command="sleep 1000"/>
  <process id="b" command="sleep 1000" description="second"/>
  <process id="broken" command="/no/such/program" autostart="false" restart="no"/>
</processManager>
`;

interface Row {
  readonly status: { readonly id: string; readonly state?: string; readonly pid?: number };
  readonly done?: boolean;
  readonly ok?: boolean;
  readonly error?: { readonly code: string; readonly message: string };
}

interface Answer {
  readonly status: number | null;
  readonly results: readonly Record<string, never>[];
  readonly stderr: string;
  /** The last row of each process. */
  readonly rows: Readonly<Record<string, Row>>;
}

const missing = missingForPython();

describe.skipIf(missing !== undefined)(
  `a client in Python, made of the .proto alone (${missing === undefined ? "protoc and python3-protobuf are there" : `needs ${missing}`})`,
  () => {
    let pmd: RunningPmd;
    let modules: ProtoModules;

    beforeAll(async () => {
      modules = compileProto();
      pmd = await startPmd(configuration);
    }, 60_000);

    afterAll(async () => {
      modules[Symbol.dispose]();
      await pmd.end();
    }, 60_000);

    async function client(
      words: readonly string[],
      options: { readonly major?: number; readonly tokenFile?: string } = {},
    ): Promise<Answer> {
      const program = launchProgram(
        [
          python,
          "-B",
          pythonProgram("client.py"),
          `${pmd.host}:${pmd.port}`,
          options.tokenFile ?? pmd.tokenFile,
          ...words,
        ],
        { env: { PYTHONPATH: modules.path, MAJOR: String(options.major ?? 1) } },
      );
      const { code } = await program.ended;
      const results = program
        .stdout()
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, never>);
      const rows = results.flatMap(
        (result) => (result["processes"] as { rows?: Row[] } | undefined)?.rows ?? [],
      );
      return {
        status: code,
        results,
        stderr: program.stderr(),
        rows: Object.fromEntries(rows.map((row) => [row.status.id, row])),
      };
    }

    test("sees every process with ping", async () => {
      const { status, rows, stderr } = await client(["ping"]);
      expect(stderr).toBe("");
      expect(status).toBe(0);
      expect(Object.keys(rows)).toEqual(["a", "b", "broken"]);
    });

    test("stops, starts and restarts, and the processes really do", async () => {
      const pid = async (id: string): Promise<number> =>
        (await client(["ping", id])).rows[id]?.status.pid ?? 0;
      const first = await waitUntil(() => pid("a"));
      expect(await client(["stop", "a"])).toMatchObject({
        status: 0,
        rows: { a: { done: true, ok: true } },
      });
      expect(isAlive(first)).toBe(false);
      expect(await client(["start", "a"])).toMatchObject({
        status: 0,
        rows: { a: { done: true, ok: true, status: { state: "PROCESS_STATE_RUNNING" } } },
      });
      const second = await pid("a");
      expect(isAlive(second)).toBe(true);
      expect(await client(["restart", "a", "b"])).toMatchObject({ status: 0 });
      expect(await pid("a")).not.toBe(second);
      expect(isAlive(second)).toBe(false);
    });

    test("gets three rows for three programs of which one cannot be found", async () => {
      const { status, rows } = await client(["start", "a", "b", "broken"]);
      expect(status).toBe(1);
      expect(rows).toMatchObject({ a: { ok: true }, b: { ok: true }, broken: { done: true } });
      expect(rows["broken"]?.ok ?? false).toBe(false);
      expect(rows["broken"]?.error?.message).toMatch(/\/no\/such\/program.*ENOENT/);
    });

    test("displays, sets, validates and reloads the configuration", async () => {
      expect(await client(["config", "display", "b"])).toMatchObject({
        status: 0,
        results: [{ config: { processes: [{ id: "b" }] } }],
      });
      expect(await client(["config", "set", "b", "description=changed by python"])).toMatchObject({
        status: 0,
        results: [{ edit: { file: pmd.configFile } }],
      });
      const text = readFileSync(pmd.configFile, "utf8");
      expect(text).toContain('description="changed by python"');
      expect(text).toContain("<!-- kept by every edit -->");
      expect(await client(["config", "validate"])).toMatchObject({
        status: 0,
        results: [{ validation: { ok: true, processes: 3 } }],
      });
      writeFileSync(
        pmd.configFile,
        text.replace(
          "</processManager>",
          '  <process id="c" command="sleep 1000"/>\n</processManager>',
        ),
      );
      expect(await client(["config", "reload"])).toMatchObject({
        status: 0,
        results: expect.arrayContaining([{ reload: expect.objectContaining({ added: ["c"] }) }]),
      });
      expect(Object.keys((await client(["ping"])).rows)).toEqual(["a", "b", "broken", "c"]);
    });

    test("displays, sets and reloads the settings", async () => {
      const level = async (): Promise<unknown> =>
        (await client(["setting", "display", "logLevel"])).results;
      expect(await level()).toMatchObject([
        { settings: { settings: [{ value: { key: "logLevel", value: "info" } }] } },
      ]);
      expect(await client(["setting", "set", "logLevel=debug"])).toMatchObject({ status: 0 });
      expect(await level()).toMatchObject([
        { settings: { settings: [{ value: { value: "debug" } }] } },
      ]);
      expect(await client(["setting", "reload"])).toMatchObject({ status: 0 });
    });

    test("is told of an id that doesn't exist", async () => {
      const { status, stderr } = await client(["start", "nobody"]);
      expect(status).toBe(1);
      expect(stderr).toMatch(/^ERR_DPM_PROCESS_NOT_FOUND: .*nobody/);
    });

    test("is refused cleanly when it offers another major version, and told which side to upgrade", async () => {
      const { status, stderr, results } = await client(["ping"], { major: 2 });
      expect(status).toBe(76);
      expect(results).toEqual([]);
      expect(stderr).toMatch(/^refused: ERR_DPM_WIRE_VERSION: .*2\.0.*1\.\d.*\nUpgrade the server/);
    });

    test("finds out that the server doesn't know its token before it says anything that could be used", async () => {
      const tokenFile = join(dirname(pmd.tokenFile), "other-token");
      writeFileSync(tokenFile, "x".repeat(43), { mode: 0o600 });
      expect(await client(["ping"], { tokenFile })).toMatchObject({
        status: 1,
        stderr: "the server does not know the token\n",
      });
    });

    test("agrees about every golden frame, both ways", () => {
      const folder = join(
        dirname(fileURLToPath(import.meta.resolve("@dpm/pdu/package.json"))),
        "fixtures",
        "golden",
      );
      const golden = readdirSync(folder).flatMap(
        (file) =>
          JSON.parse(readFileSync(join(folder, file), "utf8")) as { hex: string; frame: object }[],
      );
      const input = JSON.stringify(golden);
      const output = execFileSync(python, ["-B", pythonProgram("golden.py")], {
        input,
        env: { PYTHONPATH: modules.path },
      });
      // Protobuf's JSON writes 64-bit numbers as text.
      const withNumbers = JSON.parse(output.toString(), (key, value: unknown) =>
        /[MU]s$|^bytes$|^lines$|^generation$|^eventSequence$/.test(key) ? Number(value) : value,
      ) as unknown;
      expect(withNumbers).toEqual(golden.map(({ hex, frame }) => ({ hex, frame })));
    });
  },
);
