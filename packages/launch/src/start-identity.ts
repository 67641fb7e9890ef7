/** The parts of an instance's start identity: when its main process started, and the token of its launch. */
export interface StartIdentity {
  /** Field 22 of `/proc/PID/stat` on Linux; elsewhere the start time that `ps` prints. */
  readonly startTicks: string;
  /** Null when an engine without tokens made it. */
  readonly token: string | null;
}

// The token goes with the identity because a later daemon must find what the launch left, even if its main process is gone.
const separator = "@";

/** Makes the text that is stored with an instance. */
export function formatStartIdentity(identity: StartIdentity): string {
  return identity.token === null
    ? identity.startTicks
    : `${identity.startTicks}${separator}${identity.token}`;
}

/** Takes it apart again. */
export function parseStartIdentity(text: string): StartIdentity {
  const at = text.indexOf(separator);
  return at < 0
    ? { startTicks: text, token: null }
    : { startTicks: text.slice(0, at), token: text.slice(at + 1) };
}
