import type { ValueType } from "../values/value-type.ts";

/** What is known of one key, whoever it belongs to. */
export interface Key<T> {
  readonly type: ValueType<T>;
  readonly default: T;
  /** One sentence or two for the reference. */
  readonly doc: string;
  /** What other programs call it, where that means the same in the same units. */
  readonly aliases?: readonly string[];
  /** Whether it is never shown. */
  readonly secret?: boolean;
  /** Whether the layers are merged by name, instead of the strongest one replacing the others. */
  readonly merges?: boolean;
}

/** A key of a process. */
export interface ProcessKey<T> extends Key<T> {
  /** Whether a running instance has to be replaced to take on another value. */
  readonly restart: boolean;
}

/** A setting of the daemon. */
export interface SettingKey<T> extends Key<T> {
  /** Whether the daemon has to be started again to take on another value. */
  readonly needsRestart: boolean;
}

/** A table that has every key of a record of values, each with its type. */
export type KeyTable<Values> = { readonly [K in keyof Values]: Key<Values[K]> };
