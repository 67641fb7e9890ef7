import { dpmError } from "@dpm/errors";
import { formatAddress, parseAddress } from "@dpm/socket";

import { readNamedFile } from "./read-named-file.ts";

/** The tokens of a token file. */
export type Tokens =
  /** One token for whatever server is asked. */
  | { readonly kind: "bare"; readonly token: string }
  /** A token for each address, in its canonical spelling. */
  | { readonly kind: "by-address"; readonly tokens: ReadonlyMap<string, string> };

/** Reads the text of a token file; empty lines and lines that begin with `#` count for nothing. */
function parseTokenFile(path: string, text: string): Tokens {
  const tokens = new Map<string, string>();
  let bare: string | null = null;
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    const words = line.split(/\s+/u).filter((word) => word !== "");
    const [first, second] = words;
    if (first === undefined || first.startsWith("#")) continue;
    const wrong = (cause?: unknown): Error =>
      dpmError("ERR_DPM_COMMAND_TOKEN_FILE_INVALID", { path, line: index + 1 }, cause);
    if (words.length > 2 || bare !== null) throw wrong();
    if (second === undefined) {
      if (tokens.size > 0) throw wrong();
      bare = first;
      continue;
    }
    try {
      tokens.set(formatAddress(parseAddress(first)), second);
    } catch (cause) {
      throw wrong(cause);
    }
  }
  // Named and empty is a mistake; to go on with another token would hide it.
  if (bare === null && tokens.size === 0)
    throw dpmError("ERR_DPM_COMMAND_TOKEN_FILE_INVALID", { path, line: 1 });
  return bare === null ? { kind: "by-address", tokens } : { kind: "bare", token: bare };
}

/** Reads a token file that the user named. Throws when it can't be read or understood. */
export function readTokenFile(path: string): Tokens {
  return parseTokenFile(path, readNamedFile("token file", path));
}
