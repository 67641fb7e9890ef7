import type { Version } from "./gen/messages.ts";

// The one place of the rule. It is about the interface, the .proto files, not about the programs: those have versions
// of their own. The history is at the top of proto/dpm/v1/envelope.proto.

/** The version of the interface that this package speaks. */
export const interfaceVersion: Version = { major: 1, minor: 2 };

/** Whether peers of two versions can talk: the same major. What a later minor added is asked for by capability, command by command. */
export function isCompatible(mine: Version, theirs: Version): boolean {
  return mine.major === theirs.major;
}

/** Which of two peers is behind, when they are not compatible. */
export function whichToUpgrade(versions: {
  readonly client: Version;
  readonly server: Version;
}): "client" | "server" {
  return versions.client.major < versions.server.major ? "client" : "server";
}

/** `1.0` */
export function formatVersion(version: Version): string {
  return `${version.major}.${version.minor}`;
}
