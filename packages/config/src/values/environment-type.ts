import type {
  Format,
  Position,
  SourceEntry,
  SourceMap,
  SourceNode,
  SourceScalar,
} from "../source/source-node.ts";
import { quoteForPeople } from "./quote-for-people.ts";
import { readText } from "./read-text.ts";
import type { ReadContext, ValueType } from "./value-type.ts";

/** One variable as written, not yet expanded. */
export interface EnvironmentEntry {
  readonly name: string;
  readonly at: Position;
  readonly value: SourceNode;
}

const example = '<environment name="PORT" value="8080"/>';
const nameShape = /^[A-Za-z_][A-Za-z0-9_]*$/u;

/** Whether a text can name a variable; `__proto__` cannot, since names become keys of objects. */
export function isVariableName(name: string): boolean {
  return nameShape.test(name) && name !== "__proto__";
}

/**
 * The variables that an `environment` key lists, with their places: elements with `name` and `value` (or a text),
 * texts `NAME=value`, or in formats other than XML a mapping from names to values.
 */
export function environmentEntries(
  nodes: readonly SourceNode[],
  context: Pick<ReadContext, "format" | "report">,
): readonly EnvironmentEntry[] {
  return nodes.flatMap((node) => {
    if (node.kind === "list") {
      return node.items.flatMap((item) => oneEntry(item, context));
    }
    return node.kind === "map" && isMapping(node, context.format)
      ? node.entries.map((entry) => mappingEntry(entry))
      : oneEntry(node, context);
  });
}

/** Variables of a process; over the layers they are merged by name. */
export const environmentType: ValueType<Readonly<Record<string, string>>> = {
  name: "variables",
  example,
  repeats: true,
  separator: /\n/u,
  read: (nodes, context) => {
    const values: Record<string, string> = {};
    let complete = true;
    const report: ReadContext["report"] = (problem) => {
      complete = false;
      context.report(problem);
    };
    for (const { name, at, value } of environmentEntries(nodes, { ...context, report })) {
      const text = readText(value, { ...context, report }, "the value of a variable");
      if (!isVariableName(name)) {
        const message = `${quoteForPeople(name)} cannot name a variable`;
        report({ at, message, hint: `for example ${example}` });
      } else if (Object.hasOwn(values, name)) {
        report({ at, message: `the variable ${name} is given twice` });
      } else if (text === undefined) {
        complete = false;
      } else {
        values[name] = text;
      }
    }
    return complete ? values : undefined;
  },
  write: (values) =>
    Object.entries(values)
      .map(([name, value]) => `${name}=${value}`)
      .join("\n"),
  schema: {
    anyOf: [
      { type: "object", additionalProperties: { type: ["string", "number", "boolean"] } },
      {
        type: "array",
        items: {
          anyOf: [
            { type: "string", pattern: "=" },
            {
              type: "object",
              required: ["name", "value"],
              additionalProperties: false,
              properties: {
                name: { type: "string" },
                value: { type: ["string", "number", "boolean"] },
              },
            },
          ],
        },
      },
    ],
  },
};

// In XML every key inside is one of ours; elsewhere a mapping is what people write.
function isMapping(node: SourceMap, format: Format): boolean {
  return format !== "xml" && node.entries.length > 0;
}

function mappingEntry({ key, keyAt, value }: SourceEntry): EnvironmentEntry {
  return { name: key, at: keyAt, value };
}

function oneEntry(
  node: SourceNode,
  { report }: Pick<ReadContext, "report">,
): readonly EnvironmentEntry[] {
  if (node.kind === "map") {
    return pairEntry(node, report);
  }
  if (node.kind === "scalar" && node.value === null) {
    return [];
  }
  const split = node.kind === "scalar" ? node.text.indexOf("=") : -1;
  if (node.kind === "list" || split < 1) {
    report({
      at: node.at,
      message: "a variable needs a name and a value",
      hint: `for example ${example}`,
    });
    return [];
  }
  const text = node.text.slice(split + 1);
  const value: SourceScalar = { kind: "scalar", value: text, text, at: node.at, range: node.range };
  return [{ name: node.text.slice(0, split).trim(), at: node.at, value }];
}

function pairEntry(node: SourceMap, report: ReadContext["report"]): readonly EnvironmentEntry[] {
  const names = node.entries.filter(({ key }) => key === "name");
  const values = node.entries.filter(({ key }) => key === "value" || key === "#text");
  const stray = node.entries.find((entry) => !names.includes(entry) && !values.includes(entry));
  if (stray !== undefined) {
    report({
      at: stray.keyAt,
      message: `environment has no key ${quoteForPeople(stray.key)}`,
      hint: `for example ${example}`,
    });
  }
  const [name] = names;
  if (name?.value.kind !== "scalar" || names.length > 1 || values.length > 1) {
    report({
      at: node.at,
      message: "a variable needs one name and one value",
      hint: `for example ${example}`,
    });
    return [];
  }
  const empty: SourceScalar = {
    kind: "scalar",
    value: "",
    text: "",
    at: node.at,
    range: node.range,
  };
  if (values.length === 0) {
    report({
      at: node.at,
      message: "a variable needs a name and a value",
      hint: `for example ${example}`,
    });
  }
  return [{ name: name.value.text, at: name.keyAt, value: values[0]?.value ?? empty }];
}
