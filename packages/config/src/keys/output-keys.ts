import type { Capture } from "../model/process-values.ts";
import { choiceType } from "../values/choice-type.ts";
import { durationType, integerType, sizeType } from "../values/number-types.ts";
import { booleanType, pathType } from "../values/plain-types.ts";
import { optional } from "../values/scalar-type.ts";
import type { ProcessKeysOf } from "./process-keys-of.ts";

const captures: readonly Capture[] = ["pipe", "file", "none"];

/** Where its output goes. */
export const outputKeys: ProcessKeysOf<
  | "capture"
  | "stdoutLogfile"
  | "stderrLogfile"
  | "redirectStderr"
  | "logMaxBytes"
  | "logMaxAge"
  | "logBackups"
  | "logMaxTotal"
  | "logCompress"
> = {
  capture: {
    type: choiceType(captures),
    default: "pipe",
    doc: "`pipe`: the engine captures it, and rotates and indexes the file; `file`: the process is handed its file, which is then only rotated when it starts, and has no times; `none`: thrown away. The portable engine hands over the file for `pipe` too.",
    restart: true,
  },
  stdoutLogfile: {
    type: optional(pathType),
    default: null,
    doc: "File for standard output; `<id>.out.log` in the log directory when absent.",
    aliases: ["out_file"],
    restart: true,
  },
  stderrLogfile: {
    type: optional(pathType),
    default: null,
    doc: "File for standard error; `<id>.err.log` in the log directory when absent.",
    aliases: ["error_file"],
    restart: true,
  },
  redirectStderr: {
    type: booleanType,
    default: false,
    doc: "Whether standard error goes where standard output goes.",
    restart: true,
  },
  logMaxBytes: {
    type: sizeType,
    default: 50 * 1024 * 1024,
    doc: "A log file that has reached this size is rotated at the end of a line, or where it is at twice this size; `infinity`: never. Where the process holds the file, it is looked at only when the process starts.",
    aliases: ["stdout_logfile_maxbytes"],
    restart: false,
  },
  logMaxAge: {
    type: durationType({ minMs: 1000 }),
    default: Number.POSITIVE_INFINITY,
    doc: "A log file is rotated this long after its first byte, at the end of a line; `infinity`: never for its age. Not where the process holds the file.",
    restart: false,
  },
  logBackups: {
    type: integerType({ min: 0, max: 1000 }),
    default: 10,
    doc: "Rotated log files that are kept.",
    aliases: ["stdout_logfile_backups"],
    restart: false,
  },
  logMaxTotal: {
    type: sizeType,
    default: Number.POSITIVE_INFINITY,
    doc: "What the rotated files of one log may take together on the disk; the oldest are removed beyond it. Not where the process holds the file.",
    restart: false,
  },
  logCompress: {
    type: booleanType,
    default: false,
    doc: "Whether rotated files are compressed with gzip, but for the newest. Not where the process holds the file.",
    restart: false,
  },
};
