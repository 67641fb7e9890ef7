import { extname } from "node:path";
import { dpmError } from "@dpm/errors";
import type { Format } from "./source-node.ts";

const formats = new Map<string, Format>([
  [".xml", "xml"],
  [".yaml", "yaml"],
  [".yml", "yaml"],
  [".toml", "toml"],
  [".json", "json"],
]);

/** The format that a file's extension stands for, in upper or lower case; throws `ERR_DPM_CONFIG_UNKNOWN_FORMAT`. */
export function formatOfPath(path: string): Format {
  const format = formats.get(extname(path).toLowerCase());
  if (format === undefined) {
    throw dpmError("ERR_DPM_CONFIG_UNKNOWN_FORMAT", { file: path });
  }
  return format;
}
