import { processKeyTable } from "../keys/process-key-table.ts";
import { originsOf } from "../layers/origins.ts";
import type { LayerStack } from "../layers/layer-stack.ts";
import { shownValues } from "../layers/shown-values.ts";
import type { Dependencies, EffectiveProcess } from "../model/configuration.ts";
import type { ValueOrigin } from "../model/origin.ts";
import type { ProcessValues } from "../model/process-values.ts";
import type { SourceFile, SourceMap } from "../source/source-node.ts";
import type { ProcessSource } from "./document.ts";
import type { Lookup } from "./expand-text.ts";
import { processLookup } from "./process-lookup.ts";

/** What makes up a process. */
export interface ProcessParts {
  readonly id: string;
  readonly instance: number;
  readonly source: ProcessSource;
  readonly values: ProcessValues;
  readonly argv: readonly [string, ...string[]];
  readonly stack: LayerStack;
  readonly daemonLookup: Lookup;
}

/** A process whose origins are worked out only when somebody asks: of 20,000 processes nobody asks for all. */
export class ResolvedProcess implements EffectiveProcess {
  readonly id: string;
  readonly group: string | null;
  readonly baseId: string;
  readonly instance: number;
  readonly values: ProcessValues;
  readonly argv: readonly [string, ...string[]];
  environment: Readonly<Record<string, string>>;
  dependencies: Dependencies;
  readonly node: SourceMap;
  readonly file: SourceFile;
  /** What is said of it, by key. */
  readonly stack: LayerStack;
  readonly #daemonLookup: Lookup;
  #origins: Readonly<Record<string, ValueOrigin>> | undefined;

  constructor({ id, instance, source, values, argv, stack, daemonLookup }: ProcessParts) {
    this.id = id;
    this.group = source.group;
    this.baseId = source.id;
    this.instance = instance;
    this.values = values;
    this.argv = argv;
    this.environment = values.environment;
    this.dependencies = values;
    this.node = source.node;
    this.file = source.file;
    this.stack = stack;
    this.#daemonLookup = daemonLookup;
  }

  get shown(): ProcessValues {
    const { values, stack } = this;
    const lookup = processLookup(this, this.#daemonLookup);
    return shownValues({ table: processKeyTable, stack, values, lookup });
  }

  get origins(): Readonly<Record<string, ValueOrigin>> {
    this.#origins ??= originsOf({
      table: processKeyTable,
      stack: this.stack,
      lookup: processLookup(this, this.#daemonLookup),
      report: () => undefined,
    });
    return this.#origins;
  }
}
