import { reportFromPdu } from "@dpm/pdu";

import type { ServerAnswer } from "../session/server-answer.ts";
import { type ErrorJson, toErrorJson } from "./error-json.ts";
import { type ProcessJson, toProcessJson, toTime } from "./process-json.ts";
import { toValueJson, type ValueJson } from "./value-json.ts";

/** What one server answered, as JSON output shows it. Parts that a command has no use for are absent. */
export interface ServerJson {
  readonly address: string;
  /** False when the server could not be asked, or when anything that was asked of it failed. */
  readonly ok: boolean;
  readonly error?: ErrorJson;
  readonly processes: readonly ProcessJson[];
  readonly server?: {
    readonly server: string;
    readonly pid: number;
    readonly startedAt: string | null;
    readonly instanceId: string;
    readonly bootId: string;
    readonly generation: number;
    readonly configFile: string | null;
    readonly troubles: readonly ErrorJson[];
  };
  readonly config?: readonly {
    readonly id: string;
    readonly group: string | null;
    readonly values: readonly ValueJson[];
  }[];
  readonly reload?: {
    readonly added: readonly string[];
    readonly changed: readonly {
      readonly id: string;
      readonly keys: readonly string[];
      readonly restarted: boolean;
    }[];
    readonly removed: readonly string[];
    readonly settingsChanged: readonly string[];
    readonly settingsNeedRestart: readonly string[];
    readonly generation: number;
    readonly dryRun: boolean;
  };
  readonly edit?: {
    readonly file: string;
    readonly line: number | null;
    /** True when every value stood there already, so that nothing was written. */
    readonly unchanged: boolean;
    readonly values: readonly ValueJson[];
    readonly needRestart: readonly string[];
  };
  readonly settings?: readonly (ValueJson & {
    readonly writable: boolean;
    readonly needsRestart: boolean;
    readonly description: string;
    /** The value that pmd works with until it is restarted, where that is another. */
    readonly inForce?: string;
  })[];
  readonly upgrade?: {
    readonly from: string;
    readonly to: string;
    readonly pid: number;
    readonly unansweredMs: number | null;
  };
  readonly validation?: {
    readonly ok: boolean;
    readonly processes: number;
    readonly files: number;
    readonly problems: readonly {
      readonly file: string;
      readonly line: number | null;
      readonly column: number | null;
      readonly message: string;
      readonly hint: string | null;
    }[];
  };
}

function partsOf(answer: ServerAnswer): Partial<ServerJson> {
  const { server, config, reload, edit, settings, validation, upgrade } = answer;
  return {
    ...(server === null
      ? {}
      : {
          server: {
            server: server.server,
            pid: server.pid,
            startedAt: toTime(server.startedAtMs),
            instanceId: server.instanceId,
            bootId: server.bootId,
            generation: server.generation,
            configFile: server.configFile === "" ? null : server.configFile,
            troubles: server.troubles.map((trouble) => toErrorJson(reportFromPdu(trouble))),
          },
        }),
    ...(config === null
      ? {}
      : {
          config: config.processes.map(({ id, group, values }) => ({
            id,
            group: group === "" ? null : group,
            values: values.map(toValueJson),
          })),
        }),
    ...(reload === null
      ? {}
      : {
          reload: {
            added: reload.added,
            changed: reload.changed.map(({ id, keys, restarted }) => ({ id, keys, restarted })),
            removed: reload.removed,
            settingsChanged: reload.settingsChanged,
            settingsNeedRestart: reload.settingsNeedRestart,
            generation: reload.generation,
            dryRun: reload.dryRun,
          },
        }),
    ...(edit === null
      ? {}
      : {
          edit: {
            file: edit.file,
            line: edit.line === 0 ? null : edit.line,
            unchanged: edit.unchanged,
            values: edit.values.map(toValueJson),
            needRestart: edit.needRestart,
          },
        }),
    ...(settings === null
      ? {}
      : {
          settings: settings.settings.flatMap(({ value, inForce, ...facts }) => {
            if (value === null) return [];
            const { writable, needsRestart, description } = facts;
            const now = inForce === undefined ? {} : { inForce };
            return [{ ...toValueJson(value), writable, needsRestart, description, ...now }];
          }),
        }),
    ...(upgrade === null
      ? {}
      : {
          upgrade: {
            from: upgrade.from,
            to: upgrade.to,
            pid: upgrade.pid,
            unansweredMs: answer.unansweredMs,
          },
        }),
    ...(validation === null
      ? {}
      : {
          validation: {
            ok: validation.ok,
            processes: validation.processes,
            files: validation.files,
            problems: validation.problems.map(({ file, line, column, message, hint }) => ({
              file,
              line: line === 0 ? null : line,
              column: column === 0 ? null : column,
              message,
              hint: hint === "" ? null : hint,
            })),
          },
        }),
  };
}

/** What one server answered, as JSON output shows it; `withOutcome` as in {@link toProcessJson}. */
export function toServerJson(answer: ServerAnswer, withOutcome: boolean): ServerJson {
  const rowFailed = withOutcome && answer.rows.some((row) => !row.ok || !row.done);
  const invalid = answer.validation?.ok === false;
  return {
    address: answer.address,
    ok: answer.error === null && !rowFailed && !invalid,
    ...(answer.error === null ? {} : { error: toErrorJson(answer.error) }),
    processes: answer.rows.map((row) => toProcessJson(row, withOutcome)),
    ...partsOf(answer),
  };
}
