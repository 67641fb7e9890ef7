import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { GlobalOptions } from "@dpm/commands";
import { type Address, defaultAddress, formatAddress, isLoopback, parseAddress } from "@dpm/socket";

import type { World } from "../world.ts";
import { type LocalPlaces, localPlaces } from "./local-places.ts";
import { readNamedFile } from "./read-named-file.ts";
import { readRunning, readRuntimeFile, type RuntimeFile } from "./runtime-file.ts";
import { readTokenFile, type Tokens } from "./token-file.ts";

/** Key material of the client for TLS, PEM. */
interface TlsFiles {
  readonly ca?: string;
  readonly certificate?: string;
  readonly key?: string;
}

/** One server to ask. */
export interface Target {
  readonly address: Address;
  /** The address in its canonical spelling; names the server in rows and JSON. */
  readonly text: string;
  readonly token: Uint8Array | null;
  readonly tls: TlsFiles;
}

interface Local {
  readonly published: RuntimeFile | null;
  readonly running: readonly RuntimeFile[];
  readonly stateDirectory: string;
}

function readTlsFiles({ ca, certificate, key }: GlobalOptions): TlsFiles {
  return {
    ...(ca === null ? {} : { ca: readNamedFile("certificate authority", ca) }),
    ...(certificate === null ? {} : { certificate: readNamedFile("certificate", certificate) }),
    ...(key === null ? {} : { key: readNamedFile("private key", key) }),
  };
}

function isSameListener(one: Address, other: Address): boolean {
  if (one.kind === "unix" || other.kind === "unix") return false;
  return one.kind === other.kind && one.port === other.port && isLoopback(one);
}

/** The token of the pmd of this machine that listens at an address; null when this user can't have it. */
function localToken(
  { published, running, stateDirectory }: Local,
  address: Address,
): string | null {
  const known = [...(published === null ? [] : [published]), ...running];
  const there = known.find(({ listen }) => listen.some((one) => isSameListener(one, address)));
  const directory = there?.stateDirectory ?? stateDirectory;
  try {
    return readFileSync(join(directory, "token"), "utf8").trim();
  } catch {
    return null;
  }
}

function tokenFor(address: Address, given: Tokens | null, local: Local): Uint8Array | null {
  const text = formatAddress(address);
  const listed = given?.kind === "bare" ? given.token : given?.tokens.get(text);
  // The token of this machine is never shown to another host, not even as a proof.
  const mayUseLocal = given?.kind !== "bare" && address.kind !== "unix" && isLoopback(address);
  const token = listed ?? (mayUseLocal ? localToken(local, address) : null);
  return token === null || token === "" ? null : new TextEncoder().encode(token);
}

/** The address of the local pmd: as published in its runtime directory, else the default one. */
function localAddress(places: LocalPlaces, local: Local): Address {
  const { published } = local;
  const open = published?.listen.find(
    (address) =>
      address.kind === "tcp" && isLoopback(address) && localToken(local, address) !== null,
  );
  const first = open ?? published?.socket ?? published?.listen[0];
  if (first !== undefined) return first;
  // A named directory means the pmd there and no other, also when none runs.
  return places.named
    ? { kind: "unix", path: join(places.runtimeDirectory, "pmd.sock") }
    : defaultAddress;
}

/**
 * Which servers to ask, each with what is needed to be let in: `--server`, else `PMC_SERVER`, else the local pmd.
 * Opens no connection. Throws on an address, token file or key file that can't be used.
 */
export function findTargets(options: GlobalOptions, world: World): readonly Target[] {
  const places = localPlaces(world);
  const published = readRuntimeFile(places.runtimeDirectory);
  const running = readRunning(places.runningDirectory);
  const local = { published, running, stateDirectory: places.stateDirectory };
  const fromEnvironment = (world.environment["PMC_SERVER"] ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
  const named = options.servers.length > 0 ? options.servers : fromEnvironment;
  const addresses = named.length > 0 ? named.map(parseAddress) : [localAddress(places, local)];
  const tokenFile = options.tokenFile ?? (world.environment["PMC_TOKEN_FILE"] || null);
  const given = tokenFile === null ? null : readTokenFile(tokenFile);
  const tls = readTlsFiles(options);
  const targets = addresses.map((address) => ({
    address,
    text: formatAddress(address),
    token: tokenFor(address, given, local),
    tls,
  }));
  // Named twice is asked once.
  return [...new Map(targets.map((target) => [target.text, target])).values()];
}
