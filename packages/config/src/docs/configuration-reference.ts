import { type KeyDescription, processKeys, settingKeys } from "../keys/key-description.ts";
import { reservedVariables } from "../layers/reserved-variables.ts";
import type { FieldTable } from "../values/value-type.ts";

/** The reference of all keys as Markdown, made from the table of keys. */
export function configurationReference(): string {
  return `${[
    introduction,
    "## Settings\n\nIn `<settings>`; they are the daemon's own. A dagger (†) marks those that need a new start of the daemon.",
    keyTable(settingKeys, ({ needsRestart }) => needsRestart),
    ...nestedTables(settingKeys),
    "## Keys of a process\n\nIn `<process>`, `<group>` or `<defaults>`. A dagger (†) marks those whose change replaces the running instance at a reload.",
    processOnly,
    keyTable(processKeys, ({ restart }) => restart),
    ...nestedTables(processKeys),
    aliases(),
    outside(),
  ].join("\n\n")}\n`;
}

const introduction = `# Configuration reference

<!-- Made from the table of keys by the script "generate" of packages/config. Edit that table. -->

A configuration is written in XML, YAML, TOML or JSON, chosen by the file's extension; the model is the same. Where XML repeats
an element, the others have a list under the same key, and \`process\`, \`group\` and \`environment\` may also be mappings. In XML a
single value may be an attribute or a child element.

\`\`\`xml
<processManager>
  <settings><listen>127.0.0.1:8988</listen></settings>
  <include>conf.d/*.xml</include>
  <defaults stopTimeout="10s"/>
  <group id="web" restart="always">
    <process id="api" command="python3 -m http.server \${PORT:-8080}" directory="/srv"/>
  </group>
</processManager>
\`\`\`

\`\`\`yaml
settings: { listen: 127.0.0.1:8988 }
include: conf.d/*.yaml
defaults: { stopTimeout: 10s }
group:
  web:
    restart: always
    process:
      api: { command: "python3 -m http.server \${PORT:-8080}", directory: /srv }
\`\`\`

- Ids and names of groups have up to 64 letters, digits, dots, dashes and underscores, with a letter or a digit first.
- Durations: \`500ms\`, \`10s\`, \`5min 20s\`, \`1h\`, a bare number of seconds, \`infinity\`. Sizes: \`500K\`, \`50MiB\`, \`1G\`, all binary, \`infinity\`.
- Lists of words take blanks or commas between them (\`after="db cache"\`) or repeat the key.
- \`\${VAR}\` is a variable of the daemon, or \`\${ID}\`, \`\${GROUP}\`, \`\${INSTANCE}\` of the process; \`\${VAR:-default}\` serves for an unset or
  empty one, \`$$\` is a dollar sign, and any other \`$\` stays. Without a default an unset variable is an error. A command is split
  into words first, so that a value with blanks stays one word.
- In YAML and JSON \`null\`, or no value, means that the key is not given here: the next weaker layer has its say. A variable of
  \`environment\` without a value is empty. Yes and no may be texts in every format: \`"no"\` is \`false\`.
- Relative paths start at the folder of the file that they stand in.
- \`include\` takes patterns; what they find is read in order of name, and files may include others. \`<defaults>\`, \`<settings>\` and a
  group may be spread over files, as long as no key gets two values.
- \`pmd.local.xml\` (or \`.yaml\`, \`.toml\`, \`.json\`) beside \`pmd.xml\` overrides it: settings, defaults, groups, and processes by id. A process that
  only it has is defined by it. It cannot include.
- \`pmc config set\`, \`add\` and \`delete\` change only the bytes they have to. In TOML a command can remove no process, and add one only
  where processes are \`[[process]]\` tables, not \`[process.ID]\` ones; edit the file and run \`pmc config reload\` there.
- A file that every user may write is refused, and so is one that a group may write when the daemon is root.

## Layers

The stronger layer wins, weakest first: built-in, \`defaults\`, group, process, local override, environment of the daemon, command line. The
defaults and groups of the local override replace those of the other files and stay weaker than a process' own values. The variables of
\`environment\` are merged by name; every other list is replaced as a whole.`;

const processOnly =
  "Besides these a process has `id` and, where it does not stand in a `<group>`, `group`; a group has `id`. A command is needed.";

function keyTable(
  keys: readonly KeyDescription[],
  marked: (key: KeyDescription) => boolean,
): string {
  const rows = keys.map((key) => [
    `\`${key.name}\`${marked(key) ? " †" : ""}`,
    key.type,
    key.default === "" ? "" : `\`${key.default}\``,
    key.doc,
  ]);
  return markdownTable(["key", "type", "default", "meaning"], rows);
}

function nestedTables(keys: readonly KeyDescription[]): readonly string[] {
  return keys.flatMap(({ name, fields, example }) =>
    fields === null
      ? []
      : [
          `### \`${name}\`\n\nFor example \`${exampleOf(name, example)}\`.\n\n${fieldTable(fields)}`,
        ],
  );
}

function exampleOf(name: string, example: string): string {
  if (example.startsWith("<")) {
    return example;
  }
  return example.includes("=") ? `<${name} ${example}/>` : `<${name}>${example}</${name}>`;
}

function fieldTable(fields: FieldTable): string {
  const rows = Object.entries(fields).map(([name, { type, doc, default: value }]) => [
    `\`${name}\``,
    type.name,
    value === undefined || value === "" ? "" : `\`${value}\``,
    doc,
  ]);
  return markdownTable(["key", "type", "default", "meaning"], rows);
}

function aliases(): string {
  const rows = [...processKeys, ...settingKeys].map(({ name, aliases }) => [
    `\`${name}\``,
    aliases.map((alias) => `\`${alias}\``).join(", "),
  ]);
  const unique = [...new Map(rows.map((row) => [row[0], row])).values()].filter(
    ([, names]) => names !== "",
  );
  return `## Other names\n\nWhat other programs call the same, and the same in snake_case, is read as well.\n\n${markdownTable(["key", "also"], unique)}`;
}

function outside(): string {
  const reserved = [...reservedVariables].map((name) => `\`${name}\``).join(", ");
  return `## Environment of the daemon

\`DPM_SETTING_<KEY>\` sets a setting and \`DPM_PROCESS_<ID>_<KEY>\` a key of a process, in capitals with underscores: \`DPM_SETTING_LOG_LEVEL=debug\`,
\`DPM_PROCESS_WEB_STOP_TIMEOUT=2s\`. In an id, dashes and dots become underscores; a variable that could mean two ids is refused. A scaled
process is named by its id before \`numProcs\`. Several addresses for \`DPM_SETTING_LISTEN\` have blanks between them, the variables of
\`…_ENVIRONMENT\` stand one a line. A \`DPM_\` variable that means nothing is an error, except the reserved ones: ${reserved}. No \`DPM_\` variable
reaches a process.`;
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
