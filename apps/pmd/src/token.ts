import { randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dpmError } from "@dpm/errors";
import { errnoOf, messageOf } from "./failure.ts";

const tokenBytes = 32;
const shape = /^[A-Za-z0-9_-]{43,}$/;

/**
 * Reads the token that clients prove over TCP, and makes it at first start: 256 random bits as base64url.
 * Throws ERR_DPM_DAEMON_TOKEN_UNSAFE when others could have read or written it, or when it isn't a token, and
 * ERR_DPM_DAEMON_TOKEN_UNWRITTEN when it can't be made.
 */
export function readOrMakeToken(path: string): Uint8Array {
  const text = readToken(path) ?? makeToken(path);
  if (!shape.test(text))
    throw dpmError("ERR_DPM_DAEMON_TOKEN_UNSAFE", { path, reason: "it does not hold a token" });
  // The text itself is the key, so that a client in any language needs no decoding.
  return new TextEncoder().encode(text);
}

/** Writes the token of a running daemon again where somebody has removed the file. Throws what the system says. */
export function restoreToken(path: string, token: Uint8Array): void {
  if (readToken(path) === null) linkInPlace(path, `${new TextDecoder().decode(token)}\n`);
}

function readToken(path: string): string | null {
  let descriptor: number;
  try {
    // Non-blocking, so that a FIFO in its place can't stop the start.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (cause) {
    const code = errnoOf(cause);
    if (code === "ENOENT") return null;
    const reason = code === "ELOOP" ? "it is a symbolic link" : messageOf(cause);
    throw dpmError("ERR_DPM_DAEMON_TOKEN_UNSAFE", { path, reason }, cause);
  }
  try {
    const reason = unsafeReason(descriptor);
    if (reason !== null) throw dpmError("ERR_DPM_DAEMON_TOKEN_UNSAFE", { path, reason });
    return readFileSync(descriptor, "utf8").trim();
  } finally {
    closeSync(descriptor);
  }
}

function unsafeReason(descriptor: number): string | null {
  const stat = fstatSync(descriptor);
  const self = process.getuid?.();
  if (!stat.isFile()) return "it is not a regular file";
  if (self !== undefined && stat.uid !== self) return `it belongs to user ${stat.uid}`;
  if ((stat.mode & 0o077) !== 0)
    return `its mode ${(stat.mode & 0o7777).toString(8)} lets others read or write it`;
  return null;
}

/** Written aside and linked into place, so that a daemon that dies meanwhile leaves no half token behind. */
function makeToken(path: string): string {
  const text = randomBytes(tokenBytes).toString("base64url");
  try {
    linkInPlace(path, `${text}\n`);
  } catch (cause) {
    const errno = errnoOf(cause) ?? messageOf(cause);
    throw dpmError("ERR_DPM_DAEMON_TOKEN_UNWRITTEN", { path, errno }, cause);
  }
  return text;
}

function linkInPlace(path: string, text: string): void {
  const temporary = `${path}.${randomBytes(6).toString("hex")}`;
  const descriptor = openSync(temporary, "wx", 0o600);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
    linkSync(temporary, path);
  } finally {
    closeSync(descriptor);
    rmSync(temporary, { force: true });
  }
}
