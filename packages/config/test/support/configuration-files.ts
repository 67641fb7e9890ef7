import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hasCode } from "@dpm/errors";
import { temporaryDirectory } from "@dpm/test-kit";
import { loadConfiguration } from "../../src/load/load-configuration.ts";
import type { Configuration, EffectiveProcess, LoadInputs } from "../../src/model/configuration.ts";

/** Texts by path, relative to a folder. */
export type Files = Readonly<Record<string, string>>;

/** Files that are loaded: the first one is the main file. */
export interface Scene extends Partial<LoadInputs> {
  readonly files: Files;
}

/** Writes files into a new folder that the end of the test removes, and returns the folder. */
export function writeFiles(files: Files): string {
  const folder = temporaryDirectory();
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { mode: 0o644 });
  }
  return folder;
}

/** Loads files from a new folder; a single text is an XML file. */
export async function load(scene: Scene | string): Promise<Configuration> {
  const { files, environment = {}, overrides } = sceneOf(scene);
  const [main = ""] = Object.keys(files);
  const file = join(writeFiles(files), main);
  return loadConfiguration({
    file,
    environment,
    ...(overrides === undefined ? {} : { overrides }),
  });
}

/** Loads a configuration and gives one process of it. */
export async function loadProcess(scene: Scene | string, id = "a"): Promise<EffectiveProcess> {
  return processOf(await load(scene), id);
}

/** The process with an id. */
export function processOf(configuration: Configuration, id = "a"): EffectiveProcess {
  const found = configuration.processes.find((process) => process.id === id);
  if (found === undefined) {
    throw new Error(
      `no process ${id} among ${configuration.processes.map((process) => process.id).join(" ")}`,
    );
  }
  return found;
}

/** What files are refused for, a line each, without the folder; empty when they are not. */
export async function refusalOf(scene: Scene | string): Promise<readonly string[]> {
  const { files, environment = {}, overrides } = sceneOf(scene);
  const [main = ""] = Object.keys(files);
  const folder = writeFiles(files);
  try {
    await loadConfiguration({
      file: join(folder, main),
      environment,
      ...(overrides === undefined ? {} : { overrides }),
    });
    return [];
  } catch (error) {
    if (!hasCode(error, "ERR_DPM_CONFIG_INVALID")) {
      throw error;
    }
    return error.message.replaceAll(`${folder}/`, "").split("\n");
  }
}

function sceneOf(scene: Scene | string): Scene {
  return typeof scene === "string" ? { files: { "pmd.xml": scene } } : scene;
}

/** An XML configuration with this content. */
export function xml(content: string): string {
  return `<processManager>${content}</processManager>`;
}
