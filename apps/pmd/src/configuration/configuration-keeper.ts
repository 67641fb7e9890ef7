// Holds the configuration that is in force. A new one is loaded, checked and compared first; only then, in one step that
// can't fail, it takes the place of the old one. What follows from it, such as stops that take their time, is not waited
// for with the next change locked out.
import {
  type Configuration,
  diffConfiguration,
  diffSettings,
  type EffectiveSettings,
  restConfiguration,
  type RestingConfiguration,
} from "@dpm/config";
import { type DpmError, dpmError, isDpmError } from "@dpm/errors";
import type { Operation, ReconfigureReport, Supervisor } from "@dpm/process-core";
import { createSerial } from "../serial.ts";
import type { Generation } from "../state/messages.ts";
import { toDefinition } from "../to-definition.ts";
import type { Troubles } from "../troubles.ts";

/** What a keeper works with. */
export interface ConfigurationKeeperOptions {
  /** Reads and checks the files; rejects with what is wrong. */
  readonly load: () => Promise<Configuration>;
  /** What was loaded at the start. */
  readonly initial: Configuration;
  /** What the last daemon had in force. */
  readonly former: Generation | null;
  readonly logDirectory: string;
  readonly supervisor: Supervisor;
  readonly troubles: Troubles;
  readonly saveGeneration: (generation: Generation) => Promise<void>;
  /** Puts settings in force that need no restart. */
  readonly putSettings: (settings: EffectiveSettings) => void;
  /** Called each time when a whole configuration was made, which is not kept. */
  readonly made: () => void;
}

/** What a change of configuration did, or would do. */
export interface ChangeReport {
  readonly added: readonly string[];
  readonly changed: readonly {
    readonly id: string;
    readonly keys: readonly string[];
    readonly restart: boolean;
  }[];
  readonly removed: readonly string[];
  /** Names of settings that are in force now. */
  readonly settingsApplied: readonly string[];
  /** Names of settings that wait for a restart of the daemon, also from earlier changes. */
  readonly settingsWaiting: readonly string[];
  readonly generation: number;
  /** Resolves when what follows from it is done: processes started, replaced or stopped. */
  readonly consequences: Promise<ReconfigureReport | null>;
}

/** A change that is made from what is in force. */
export interface ConfigurationEdit {
  /** Which of the two is looked at and changed. */
  readonly of: "processes" | "settings";
  /** Answers null when there is nothing to change. */
  readonly make: (base: Configuration) => Promise<Configuration | null>;
}

/** The configuration in force, and the ways to change it. */
export interface ConfigurationKeeper {
  /** Where the effective processes come from. */
  readonly current: RestingConfiguration;
  /** The effective settings. */
  readonly settings: EffectiveSettings;
  /** What the daemon was started with: the effective ones of those that need a restart. */
  readonly initialSettings: EffectiveSettings;
  /** Grows with each applied change. */
  readonly generation: number;
  /** Reads everything again and applies the difference, all or nothing. */
  reload(operation: Operation): Promise<ChangeReport>;
  /** What a reload would do. */
  preview(): Promise<ChangeReport>;
  /** Reads everything again and applies the settings alone. */
  reloadSettings(): Promise<ChangeReport>;
  /** Makes a change by a function that is given the configuration in force and answers the one to put in its place. */
  change(edit: ConfigurationEdit, operation: Operation): Promise<ChangeReport>;
  /** Throws what the supervisor has against a configuration. */
  assertAcceptable(configuration: Configuration): void;
  /** Reads and checks everything and changes nothing. */
  validate(): Promise<Configuration>;
}

const retryMs = 3_000;

/** Makes the keeper of a configuration whose processes the supervisor was started with. */
export function createConfigurationKeeper(
  options: ConfigurationKeeperOptions,
): ConfigurationKeeper {
  const { supervisor, troubles, logDirectory, former } = options;
  const { load, saveGeneration, putSettings, made } = options;
  const serially = createSerial();
  // What a change is compared with and made from is made again for it: at rest nobody asks for it.
  let current = restConfiguration(options.initial, made);
  const initialSettings = current.settings;
  /** Where the effective settings come from. */
  let settings = current;
  let generation =
    former === null ? 1 : former.number + (former.fingerprint === current.fingerprint ? 0 : 1);
  let retry: NodeJS.Timeout | undefined;
  void save();

  function save(): Promise<void> {
    const { fingerprint } = current;
    return saveGeneration({ number: generation, fingerprint }).then(
      () => troubles.clear("generation"),
      (error: unknown) => {
        if (!isDpmError(error)) return;
        troubles.set("generation", error);
        // Nothing else would save it before the next change; unless one of them did meanwhile.
        clearTimeout(retry);
        retry = setTimeout(() => void save(), retryMs).unref();
      },
    );
  }

  async function loadChecked(): Promise<Configuration> {
    const next = await load();
    made();
    assertAcceptable(next);
    return next;
  }

  function assertAcceptable(configuration: Configuration): void {
    supervisor.planReconfigure(definitionsOf(configuration));
  }

  const definitionsOf = (configuration: Configuration): ReturnType<typeof toDefinition>[] =>
    configuration.processes.map((configured) => toDefinition(configured, logDirectory));

  async function compare(
    next: Configuration,
  ): Promise<Omit<ChangeReport, "generation" | "consequences">> {
    const { added, changed, removed } = diffConfiguration(await current.whole(), next);
    const toReplace = supervisor
      .planReconfigure(definitionsOf(next))
      .changed.filter(({ restart }) => restart)
      .map(({ id }) => id);
    // What does not run has nothing to replace.
    const running = supervisor.status(toReplace).filter(({ pid }) => pid !== null);
    const replaced = new Set(running.map(({ id }) => id));
    return {
      added,
      changed: changed.map(({ id, keys }) => ({ id, keys, restart: replaced.has(id) })),
      removed,
      ...compareSettings(next),
    };
  }

  function compareSettings({
    settings: next,
  }: Pick<Configuration, "settings">): Pick<ChangeReport, "settingsApplied" | "settingsWaiting"> {
    const named = (before: EffectiveSettings, isLater: boolean): string[] =>
      diffSettings(before, next)
        .filter(({ needsRestart }) => needsRestart === isLater)
        .map(({ name }) => name);
    return {
      settingsApplied: named(settings.settings, false),
      // Since the start, not since the last change: one that was put back waits for nothing.
      settingsWaiting: named(initialSettings, true),
    };
  }

  async function apply(next: Configuration, operation: Operation): Promise<ChangeReport> {
    const difference = await compare(next);
    const isSame = next.fingerprint === current.fingerprint;
    const consequences = supervisor.reconfigure(definitionsOf(next), operation);
    // Whoever reports on the change looks at it; if nobody does, it must not count as unseen.
    consequences.catch(() => {});
    current = restConfiguration(next, made);
    settings = current;
    if (!isSame) generation += 1;
    putSettings(next.settings);
    troubles.clear("configuration");
    await save();
    return { ...difference, generation, consequences };
  }

  function applySettings(next: Configuration): ChangeReport {
    const difference = compareSettings(next);
    settings = restConfiguration(next, made);
    putSettings(next.settings);
    return { ...nothing, ...difference, generation };
  }

  function unchanged(): ChangeReport {
    return { ...nothing, ...compareSettings(settings), generation };
  }

  /** A reload that was refused stays visible until one succeeds. */
  async function noting<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (isDpmError(error)) troubles.set("configuration", refusal(error));
      throw error;
    }
  }

  return {
    get current() {
      return current;
    },
    get settings() {
      return settings.settings;
    },
    initialSettings,
    get generation() {
      return generation;
    },
    reload: (operation) =>
      serially(() => noting(async () => apply(await loadChecked(), operation))),
    preview: () =>
      serially(async () => {
        const next = await loadChecked();
        return { ...nothing, ...(await compare(next)), generation };
      }),
    reloadSettings: () => serially(() => noting(async () => applySettings(await loadChecked()))),
    change: ({ of, make }, operation) =>
      serially(async () => {
        // The two are the same configuration, unless settings were read again alone.
        const areOne = current === settings;
        const base = of === "settings" ? settings : current;
        const next = await make(await base.whole());
        if (next === null) return unchanged();
        return areOne || of === "processes" ? apply(next, operation) : applySettings(next);
      }),
    assertAcceptable,
    validate: loadChecked,
  };
}

const nothing = { added: [], changed: [], removed: [], consequences: Promise.resolve(null) };

function refusal(error: DpmError): DpmError {
  return dpmError("ERR_DPM_DAEMON_CONFIG_REFUSED", { reason: error.message }, error);
}
