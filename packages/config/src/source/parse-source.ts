import { resolve } from "node:path";
import { dpmError } from "@dpm/errors";
import { parseJson } from "../formats/json.ts";
import { parseToml } from "../formats/toml.ts";
import { parseXml } from "../formats/xml.ts";
import { parseYaml } from "../formats/yaml.ts";
import { decodeSource, encodeSource } from "./decode-source.ts";
import { fingerprintOf } from "./fingerprint-of.ts";
import { formatOfPath } from "./format-of-path.ts";
import { sourceLimits } from "./source-limits.ts";
import type { Format, SourceFile, SourceMap } from "./source-node.ts";
import { createSourceReader, type SourceReader } from "./source-reader.ts";

/** What is parsed: the content of a file, and where it came from; the path's extension tells the format. */
export interface SourceInput {
  readonly path: string;
  readonly content: string | Uint8Array;
}

const parsers: Record<Format, (reader: SourceReader) => SourceMap> = {
  xml: parseXml,
  yaml: parseYaml,
  toml: parseToml,
  json: parseJson,
};

/**
 * Reads a text or the bytes of a file into a tree with places.
 * Throws `ERR_DPM_CONFIG_INVALID` with file, line and column; `ERR_DPM_CONFIG_TOO_LARGE`; `ERR_DPM_CONFIG_UNKNOWN_FORMAT`.
 */
export function parseSource(input: SourceInput): SourceFile {
  const format = formatOfPath(input.path);
  const path = resolve(input.path);
  const bytes =
    typeof input.content === "string" ? encodeSource(path, input.content) : input.content;
  if (bytes.length > sourceLimits.fileBytes) {
    throw dpmError("ERR_DPM_CONFIG_TOO_LARGE", { file: path, limitBytes: sourceLimits.fileBytes });
  }
  const text = decodeSource(path, bytes);
  const root = parsers[format](createSourceReader(path, text));
  return {
    path,
    format,
    text,
    fingerprint: fingerprintOf(bytes),
    root,
  };
}
