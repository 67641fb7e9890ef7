import type { EngineName, LogFormat, LogLevel, SettingValues } from "../model/setting-values.ts";
import { choiceType } from "../values/choice-type.ts";
import { listenType } from "../values/listen-type.ts";
import { durationType, integerType, sizeType } from "../values/number-types.ts";
import { nameType, pathType } from "../values/plain-types.ts";
import { optional } from "../values/scalar-type.ts";
import type { SettingKey } from "./key.ts";
import { mailServerType } from "../values/mail-server-type.ts";

const engines: readonly EngineName[] = ["auto", "posix", "node"];
const logLevels: readonly LogLevel[] = [
  "trace",
  "debug",
  "info",
  "warn",
  "error",
  "fatal",
  "silent",
];
const logFormats: readonly LogFormat[] = ["auto", "text", "json"];

/** Every setting of the daemon, in the order in which they are shown. */
export const settingKeyTable: {
  readonly [K in keyof SettingValues]: SettingKey<SettingValues[K]>;
} = {
  listen: {
    type: listenType,
    default: [
      { address: "127.0.0.1:8988", certificate: null, key: null, clientCa: null, insecure: false },
    ],
    doc: "Addresses that clients connect to.",
    needsRestart: true,
  },
  engine: {
    type: choiceType(engines),
    default: "auto",
    doc: "What runs the processes: `posix` calls the C library of Linux, `node` works everywhere; `auto` is `posix` on Linux and `node` elsewhere.",
    needsRestart: true,
  },
  logLevel: {
    type: choiceType(logLevels, { warning: "warn" }),
    default: "info",
    doc: "The least important messages that the daemon's own log has.",
    aliases: ["loglevel"],
    needsRestart: false,
  },
  logFile: {
    type: optional(pathType),
    default: null,
    doc: "The daemon's own log; absent: `pmd.log` in the log directory when it runs detached, else standard error.",
    needsRestart: true,
  },
  logFormat: {
    type: choiceType(logFormats),
    default: "auto",
    doc: "How the daemon's log looks on standard error: `text` for people, as `auto` is too, or `json`, one object per line. A log file is always JSON lines.",
    needsRestart: true,
  },
  logMaxBytes: {
    type: sizeType,
    default: 50 * 1024 * 1024,
    doc: "The daemon's own log is rotated at this size; `infinity`: never.",
    needsRestart: true,
  },
  logBackups: {
    type: integerType({ min: 0, max: 1000 }),
    default: 10,
    doc: "Rotated files of the daemon's own log that are kept.",
    needsRestart: true,
  },
  pollInterval: {
    type: durationType({ minMs: 10, finite: true }),
    default: 100,
    doc: "How often is looked for what has no event: with the portable engine, the end of a process that an earlier daemon started. The Linux engine is told of it.",
    needsRestart: true,
  },
  maxConnections: {
    type: integerType({ min: 1, max: 100_000 }),
    default: 1024,
    doc: "Clients that may be connected at once, for each address.",
    needsRestart: true,
  },
  shutdownTimeout: {
    type: durationType(),
    default: 60_000,
    doc: "How long the services may take together to end when the daemon ends; then they are killed.",
    needsRestart: false,
  },
  maxConcurrentStarts: {
    type: integerType({ min: 1, max: 10_000 }),
    default: 16,
    doc: "Processes that may be starting at once.",
    needsRestart: true,
  },
  mailServer: {
    type: optional(mailServerType),
    default: null,
    doc: "Where hooks hand in their mail: `host:port`, `smtp://…` or `smtps://…`.",
    needsRestart: false,
  },
  mailFrom: {
    type: optional(nameType({ name: "mail address", example: "pmd@example.org" })),
    default: null,
    doc: "The sender of mail from hooks.",
    needsRestart: false,
  },
  historyLimit: {
    type: integerType({ min: 0, max: 10_000_000 }),
    default: 10_000,
    doc: "Events that are remembered.",
    needsRestart: false,
  },
};
