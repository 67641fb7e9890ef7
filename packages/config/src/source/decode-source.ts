import { isUtf8 } from "node:buffer";
import { dpmError } from "@dpm/errors";
import { createLineIndex } from "./line-index.ts";

/** The text of a file's bytes, a byte order mark kept; invalid UTF-8 and NUL throw `ERR_DPM_CONFIG_INVALID` with their place. */
export function decodeSource(file: string, bytes: Uint8Array): string {
  if (!isUtf8(bytes)) {
    const valid = validPrefix(bytes);
    throw invalid(file, valid, {
      offset: valid.length,
      message: "not valid UTF-8",
      hint: "save the file as UTF-8",
    });
  }
  const text = decode(bytes);
  const nul = text.indexOf("\0");
  if (nul !== -1) {
    throw invalid(file, text, {
      offset: nul,
      message: "a NUL character",
      hint: "save the file as plain UTF-8 text",
    });
  }
  return text;
}

/** The bytes of a text; half a surrogate pair, which UTF-8 cannot hold, throws `ERR_DPM_CONFIG_INVALID` with its place. */
export function encodeSource(file: string, text: string): Uint8Array {
  if (!text.isWellFormed()) {
    const offset = text.search(
      /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/,
    );
    throw invalid(file, text, {
      offset,
      message: "half of a surrogate pair, which is no character",
      hint: "remove it",
    });
  }
  return new TextEncoder().encode(text);
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

function validPrefix(bytes: Uint8Array): string {
  // Encoding the lenient reading again gives the same bytes up to the first one that was not UTF-8.
  const again = new TextEncoder().encode(decode(bytes));
  const firstBad = bytes.findIndex((byte, index) => again[index] !== byte);
  return decode(bytes.subarray(0, firstBad === -1 ? bytes.length : firstBad));
}

function invalid(
  file: string,
  text: string,
  {
    offset,
    message,
    hint,
  }: { readonly offset: number; readonly message: string; readonly hint: string },
): Error {
  const at = createLineIndex(file, text).position(offset);
  return dpmError("ERR_DPM_CONFIG_INVALID", { problems: [{ at, message, hint }] });
}
