import { argumentsType, pathsType, wordsType } from "../values/list-types.ts";
import { environmentType } from "../values/environment-type.ts";
import { limitsType } from "../values/limits-type.ts";
import { integerType, umaskType } from "../values/number-types.ts";
import { booleanType, nameType, pathType, textType } from "../values/plain-types.ts";
import { optional } from "../values/scalar-type.ts";
import { isVariableName } from "../values/environment-type.ts";
import type { ProcessKeysOf } from "./process-keys-of.ts";

const variableNamesType = wordsType({
  name: "list of variable names",
  phrase: "the name of a variable that may be handed on",
  example: "LANG TZ",
  parse: (word) => (isVariableName(word) && !word.startsWith("DPM_") ? word : undefined),
  schema: { type: "string" },
});

/** What is executed, and in which surroundings. */
export const programKeys: ProcessKeysOf<
  | "description"
  | "command"
  | "arg"
  | "shell"
  | "directory"
  | "environment"
  | "envFile"
  | "passEnvironment"
  | "user"
  | "userGroup"
  | "umask"
  | "nice"
  | "limits"
  | "numProcs"
> = {
  description: {
    type: optional(textType),
    default: null,
    doc: "A few words for people.",
    aliases: ["Description"],
    restart: false,
  },
  command: {
    type: nameType({ name: "command", example: "sleep 1000" }),
    default: "",
    doc: "Program and arguments, split like shell words; no shell is run. Needed by every process.",
    aliases: ["cmd", "ExecStart"],
    restart: true,
  },
  arg: {
    type: argumentsType,
    default: [],
    doc: "More arguments, each taken as it is.",
    aliases: ["args"],
    restart: true,
  },
  shell: {
    type: booleanType,
    default: false,
    doc: "Whether the command is given to `/bin/sh -c`.",
    restart: true,
  },
  directory: {
    type: optional(pathType),
    default: null,
    doc: "Working directory; `/` when absent.",
    aliases: ["WorkingDirectory", "cwd", "working-dir", "workingDir"],
    restart: true,
  },
  environment: {
    type: environmentType,
    default: {},
    doc: "Variables of the process; the layers are merged by name.",
    aliases: ["Environment", "env"],
    merges: true,
    restart: true,
  },
  envFile: {
    type: pathsType,
    default: [],
    doc: "Files with lines `NAME=value`; later ones win, and `environment` wins over all of them.",
    aliases: ["EnvironmentFile", "env-file"],
    restart: true,
  },
  passEnvironment: {
    type: variableNamesType,
    default: [],
    doc: "Variables of the daemon to hand on where they exist; `DPM_*` cannot be handed on.",
    aliases: ["PassEnvironment"],
    restart: true,
  },
  user: {
    type: optional(nameType({ name: "user name or number", example: "www-data" })),
    default: null,
    doc: "Runs as this user; needs a daemon that runs as root.",
    aliases: ["User", "uid", "run-as"],
    restart: true,
  },
  userGroup: {
    type: optional(nameType({ name: "group name or number", example: "www-data" })),
    default: null,
    doc: "Runs with this primary group; the user's own when absent.",
    aliases: ["gid"],
    restart: true,
  },
  umask: {
    type: optional(umaskType),
    default: null,
    doc: "File mode mask; the daemon's when absent.",
    aliases: ["UMask"],
    restart: true,
  },
  nice: {
    type: optional(integerType({ min: -20, max: 19 })),
    default: null,
    doc: "Scheduling niceness; low runs first.",
    aliases: ["Nice"],
    restart: true,
  },
  limits: {
    type: limitsType,
    default: {},
    doc: "Resource limits by their `ulimit` names.",
    aliases: ["limit"],
    restart: true,
  },
  numProcs: {
    type: integerType({ min: 1, max: 10_000 }),
    default: 1,
    doc: "How many instances; above 1 they are named `id-0`, `id-1` and so on, and `${INSTANCE}` is the number.",
    aliases: ["numprocesses", "instances", "replicas", "count"],
    restart: false,
  },
};
