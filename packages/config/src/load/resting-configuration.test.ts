import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { waitUntil } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { collectGarbage } from "../../test/support/collect-garbage.ts";
import { processOf, writeFiles, xml } from "../../test/support/configuration-files.ts";
import type { Configuration } from "../model/configuration.ts";
import { loadConfiguration } from "./load-configuration.ts";
import { type RestingConfiguration, restConfiguration } from "./resting-configuration.ts";

const files = {
  "pmd.xml": xml(`
    <include>conf.d/*.yaml</include>
    <settings><logLevel>debug</logLevel></settings>
    <group id="web" restart="always"><process id="a" command="sleep \${SECONDS}" numProcs="2"/></group>
    <process id="b" command="sleep 2" requires="a"><envFile>b.env</envFile></process>`),
  "conf.d/c.yaml": "process:\n  - id: c\n    command: sleep 3\n",
  "pmd.local.json": `{"process": {"id": "b", "nice": 5}}`,
  "b.env": "PORT=80\n",
};

/** What somebody may ask of a configuration. */
function told({ processes, groups, files: read, local, fingerprint }: Configuration): unknown {
  return structuredClone({
    groups,
    fingerprint,
    local: local?.path,
    files: read.map((file) => [file.path, file.text, file.fingerprint]),
    processes: processes.map(({ id, values, argv, environment, dependencies, origins }) => ({
      id,
      values,
      argv,
      environment,
      dependencies: { ...dependencies },
      origins,
    })),
  });
}

/** In a function of its own, so that nothing here holds the configuration. */
async function loadAndRest(folder: string): Promise<{
  readonly expected: unknown;
  readonly resting: RestingConfiguration;
  readonly loaded: WeakRef<Configuration>;
}> {
  const configuration = await loadConfiguration({
    file: join(folder, "pmd.xml"),
    environment: { SECONDS: "1" },
  });
  const resting = restConfiguration(configuration);
  expect(await resting.whole()).toBe(configuration);
  return { expected: told(configuration), resting, loaded: new WeakRef(configuration) };
}

test("others have their turn while it is made again", { timeout: 60_000 }, async () => {
  const names = Array.from({ length: 200 }, (_, index) => `conf.d/f${index}.yaml`);
  const processes = (name: string): string =>
    Array.from(
      { length: 20 },
      (_, index) => `  - {id: ${name.slice(7, -5)}-${index}, command: sleep ${index}}\n`,
    ).join("");
  const folder = writeFiles({
    "pmd.xml": xml("<include>conf.d/*.yaml</include>"),
    ...Object.fromEntries(names.map((name) => [name, `process:\n${processes(name)}`])),
  });
  const { resting, loaded } = await loadAndRest(folder);
  await waitUntil(() => {
    collectGarbage();
    return loaded.deref() === undefined;
  });
  const begun = performance.now();
  let [longestMs, latest] = [0, begun];
  const timer = setInterval(() => {
    const now = performance.now();
    [longestMs, latest] = [Math.max(longestMs, now - latest), now];
  }, 1);
  const { processes: made } = await resting.whole();
  clearInterval(timer);
  expect(made).toHaveLength(4_000);
  // A slice is 15 ms of several hundred; a busy machine makes both longer.
  expect(Math.max(longestMs, performance.now() - latest)).toBeLessThan(
    (performance.now() - begun) / 3,
  );
});

test("at rest it holds no processes, and what is asked for is what was loaded, whatever became of the files", async () => {
  const folder = writeFiles(files);
  const { expected, resting, loaded } = await loadAndRest(folder);
  for (const name of Object.keys(files)) writeFileSync(join(folder, name), "of no use any more");
  await waitUntil(() => {
    collectGarbage();
    return loaded.deref() === undefined;
  });
  expect(resting.settings.values.logLevel).toBe("debug");
  // Who asks while it is being made gets the same one.
  const [again, other] = await Promise.all([resting.whole(), resting.whole()]);
  expect(other).toBe(again);
  expect(told(again)).toEqual(expected);
  expect(resting.fingerprint).toBe(again.fingerprint);
  expect(processOf(again, "b")).toMatchObject({
    environment: { PORT: "80" },
    dependencies: { requires: ["a-0", "a-1"] },
    values: { nice: 5 },
  });
});
