import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { type Address, parseAddress } from "@dpm/socket";

/** What a running pmd tells about itself in its runtime directory. */
export interface RuntimeFile {
  /** Null when it does not say. */
  readonly pid: number | null;
  /** Where it listens, as this machine reaches it. */
  readonly listen: readonly Address[];
  readonly socket: Address | undefined;
  readonly stateDirectory: string | null;
}

const anyHost = /^(?<tls>tls:\/\/)?(?:0\.0\.0\.0|\*|\[::\]):/u;

/** Reads `pmd.json`; null when no pmd has published anything there, or nothing that can be understood. */
export function readRuntimeFile(directory: string): RuntimeFile | null {
  return readPublished(join(directory, "pmd.json"));
}

/** What every pmd of this user tells about itself, in the folder where they list themselves. */
export function readRunning(directory: string): readonly RuntimeFile[] {
  let names: string[];
  try {
    names = readdirSync(directory);
  } catch {
    return [];
  }
  return names.flatMap((name) => readPublished(join(directory, name)) ?? []);
}

function readPublished(path: string): RuntimeFile | null {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const { pid, listen, socket, stateDirectory }: Partial<Record<keyof RuntimeFile, unknown>> =
    value;
  const addresses = Array.isArray(listen) ? listen.flatMap((text) => toAddress(text) ?? []) : [];
  return {
    pid: typeof pid === "number" && Number.isSafeInteger(pid) && pid > 0 ? pid : null,
    listen: addresses,
    socket: typeof socket === "string" ? toAddress(`unix:${socket}`) : undefined,
    stateDirectory: typeof stateDirectory === "string" ? stateDirectory : null,
  };
}

function toAddress(text: unknown): Address | undefined {
  if (typeof text !== "string") return undefined;
  try {
    // Who listens everywhere is found on loopback too.
    return parseAddress(text.replace(anyHost, "$<tls>127.0.0.1:"));
  } catch {
    return undefined;
  }
}
