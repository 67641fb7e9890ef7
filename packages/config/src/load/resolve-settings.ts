import { nearest } from "@dpm/errors";
import { settingKeyTable } from "../keys/setting-key-table.ts";
import type { Assignments } from "../layers/assignment.ts";
import { originsOf } from "../layers/origins.ts";
import { assignOutside } from "../layers/outside-assignment.ts";
import { resolveValues, type Resolving } from "../layers/resolve-values.ts";
import { LayerStack } from "../layers/layer-stack.ts";
import { shownValues } from "../layers/shown-values.ts";
import type { EffectiveSettings, Overrides } from "../model/configuration.ts";
import type { ValueOrigin } from "../model/origin.ts";
import type { SettingName, SettingValues } from "../model/setting-values.ts";
import type { Problem } from "../source/problem.ts";
import { dressWithConfigured } from "./configured-credentials.ts";

/** The settings, with origins that are worked out when somebody asks. */
export class ResolvedSettings implements EffectiveSettings {
  readonly values: SettingValues;
  readonly stack: LayerStack;
  readonly #resolving: Resolving;

  constructor(stack: LayerStack, resolving: Resolving) {
    this.stack = stack;
    this.#resolving = resolving;
    this.values = resolveValues<SettingValues>(settingKeyTable, stack, resolving);
  }

  get shown(): SettingValues {
    const { values, stack } = this;
    return shownValues({ table: settingKeyTable, stack, values, lookup: this.#resolving.lookup });
  }

  get origins(): Readonly<Record<SettingName, ValueOrigin>> {
    return originsOf({ table: settingKeyTable, stack: this.stack, ...this.#resolving });
  }
}

/** Puts the layers of the settings, weakest first, on top of each other. */
export function resolveSettings(
  layers: readonly Assignments[],
  resolving: Resolving,
): ResolvedSettings {
  return new ResolvedSettings(new LayerStack(layers), resolving);
}

/** What the layer of the command line is made from. */
export interface CommandLine {
  readonly overrides: Overrides | undefined;
  /** The weaker layers of the settings. */
  readonly below: readonly Assignments[];
  /** Where relative paths start. */
  readonly folder: string;
  readonly report: (problem: Problem) => void;
}

/** The layer of the command line; an unknown name is reported. */
export function commandLineLayer({ overrides, below, folder, report }: CommandLine): Assignments {
  const dress = dressWithConfigured(below);
  const entries = Object.entries(overrides?.settings ?? {}).flatMap(([name, value]) => {
    const key = (
      settingKeyTable as Readonly<Record<string, (typeof settingKeyTable)[SettingName]>>
    )[name];
    const source = "command line";
    if (key === undefined) {
      const near = nearest(name, Object.keys(settingKeyTable));
      const problem = {
        at: { file: source, line: 1, column: 1 },
        message: `there is no setting ${JSON.stringify(name)}`,
      };
      report(near === null ? problem : { ...problem, hint: `did you mean ${near}?` });
      return [];
    }
    const texts = typeof value === "string" ? [value] : value;
    return [
      [
        name,
        assignOutside(name, key, {
          layer: "command-line",
          source,
          variable: null,
          texts,
          folder,
          report,
          ...(name === "listen" ? { dress } : {}),
        }),
      ] as const,
    ];
  });
  return new Map(entries);
}
