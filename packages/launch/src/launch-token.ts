import { randomBytes } from "node:crypto";

/** For which process of which daemon something is launched. */
export interface LaunchName {
  /** The daemon's name, the same for each daemon of one state. Without a dot. */
  readonly instanceId: string;
  readonly id: string;
}

// A control group has the token for its name, which may be 255 bytes long.
const longestName = 200;

/**
 * A token that no other launch has or had. It holds the name, so that what was launched says whose it is when everything that
 * was saved is lost; a name that is too long for that is left out.
 */
export function makeLaunchToken(name: LaunchName | null): string {
  const chance = randomBytes(12).toString("hex");
  if (name === null) return chance;
  const text = `${name.instanceId}.${encodeURIComponent(name.id.toWellFormed())}`;
  return text.length > longestName ? chance : `${text}.${chance}`;
}

/** The process for which this daemon launched under a token; null when it was another daemon, or the token says nothing. */
export function idOfLaunch(token: string, instanceId: string): string | null {
  if (!token.startsWith(`${instanceId}.`)) return null;
  const end = token.lastIndexOf(".");
  if (end <= instanceId.length) return null;
  try {
    return decodeURIComponent(token.slice(instanceId.length + 1, end));
  } catch {
    // Nothing that a daemon has made.
    return null;
  }
}
