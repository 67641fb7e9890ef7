import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Debian's Python: python3-protobuf belongs to it and to no other. */
export const python = "/usr/bin/python3";

/** What is missing to run the Python client; nothing when all is there. */
export function missingForPython(): string | undefined {
  if (!succeeds("protoc", ["--version"])) return "protobuf-compiler";
  if (!succeeds(python, ["-c", "import google.protobuf"])) return "python3-protobuf";
  return undefined;
}

/** A program of tests/conformance/python. */
export function pythonProgram(name: string): string {
  return join(import.meta.dirname, "..", "python", name);
}

/** The modules that protoc makes of the .proto files that @dpm/pdu ships. */
export interface ProtoModules extends Disposable {
  /** For PYTHONPATH. */
  readonly path: string;
}

/** Runs protoc over the shipped files. */
export function compileProto(): ProtoModules {
  const files = dirname(fileURLToPath(import.meta.resolve("@dpm/pdu/proto/dpm/v1/envelope.proto")));
  const path = mkdtempSync(join(tmpdir(), "dpm-proto-"));
  const names = readdirSync(files).map((name) => `dpm/v1/${name}`);
  execFileSync("protoc", ["-I", join(files, "..", ".."), `--python_out=${path}`, ...names]);
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) };
}

function succeeds(program: string, words: readonly string[]): boolean {
  try {
    execFileSync(program, words, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
