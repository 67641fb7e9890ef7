import { array, assert, asyncProperty, constantFrom, nat } from "fast-check";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { definitions, type Definition } from "../../test/support/random-model.ts";
import { writers } from "../../test/support/write-model.ts";
import type { Configuration } from "../model/configuration.ts";
import { loadConfiguration } from "./load-configuration.ts";

const environment = { HOME: "/root" };
const extensions = Object.keys(writers);

/** Writes each part into a file of its own, in the format that is named for it, and loads them all. */
async function loadParts(
  folder: string,
  parts: readonly (readonly Definition[])[],
  formats: readonly string[],
): Promise<Configuration> {
  rmSync(join(folder, "conf.d"), { recursive: true, force: true });
  mkdirSync(join(folder, "conf.d"));
  writeFileSync(
    join(folder, "pmd.xml"),
    `<processManager><include>conf.d/*</include></processManager>`,
    { mode: 0o644 },
  );
  for (const [index, part] of parts.entries()) {
    const extension = formats[index % formats.length] ?? "xml";
    const path = join(folder, "conf.d", `f${String(index)}.${extension}`);
    writeFileSync(
      path,
      part.length === 0 && extension === "yaml" ? "{}\n" : (writers[extension]?.(part) ?? ""),
      { mode: 0o644 },
    );
  }
  return loadConfiguration({ file: join(folder, "pmd.xml"), environment });
}

/** Everything of a model but where it came from. */
function modelOf({ processes, groups, fingerprint, settings }: Configuration): unknown {
  return {
    fingerprint,
    groups,
    settings: settings.values,
    processes: processes.map(
      ({ id, group, argv, environment, values, dependencies, instance }) => ({
        id,
        group,
        argv,
        environment,
        values,
        dependencies,
        instance,
      }),
    ),
  };
}

test(
  "any partition of definitions over files, in any mixture of formats, gives the same model",
  { timeout: 120_000 },
  async () => {
    const folder = temporaryDirectory();
    await assert(
      asyncProperty(
        definitions,
        array(nat(9), { minLength: 12, maxLength: 12 }),
        array(constantFrom(...extensions), { minLength: 1, maxLength: 4 }),
        async (all, places, formats) => {
          const whole = modelOf(await loadParts(folder, [all], ["xml"]));
          const parts = Array.from({ length: 10 }, (_, file) =>
            all.filter((_one, index) => places[index] === file),
          );
          expect(modelOf(await loadParts(folder, parts, formats))).toEqual(whole);
          expect(modelOf(await loadParts(folder, [all.toReversed()], ["xml"]))).toEqual(whole);
        },
      ),
      { numRuns: 60 },
    );
  },
);

test.each(extensions)(
  "the model of a file in %s is that of the same in XML",
  { timeout: 120_000 },
  async (extension) => {
    const folder = temporaryDirectory();
    await assert(
      asyncProperty(definitions, async (all) => {
        const inXml = modelOf(await loadParts(folder, [all], ["xml"]));
        expect(modelOf(await loadParts(folder, [all], [extension]))).toEqual(inXml);
      }),
      { numRuns: 40 },
    );
  },
);
