import { nearest } from "@dpm/errors";
import { formatSize, parseSize } from "@dpm/units";
import type { ResourceLimit } from "../model/process-values.ts";
import type { SourceEntry, SourceMap, SourceNode } from "../source/source-node.ts";
import { nameType } from "./plain-types.ts";
import { scalarType } from "./scalar-type.ts";
import { structType } from "./struct-type.ts";
import type { ReadContext, ValueType } from "./value-type.ts";

/** The limits by their `ulimit` names, and what each counts. */
export const limitNames: Readonly<Record<string, "bytes" | "count">> = {
  as: "bytes",
  core: "bytes",
  cpu: "count",
  data: "bytes",
  fsize: "bytes",
  locks: "count",
  memlock: "bytes",
  msgqueue: "bytes",
  nice: "count",
  nofile: "count",
  nproc: "count",
  rss: "bytes",
  rtprio: "count",
  rttime: "count",
  sigpending: "count",
  stack: "bytes",
};

const amountType = scalarType({
  name: "limit",
  phrase: "a limit",
  example: "4096",
  hint: "a number, a size such as 64MiB, or unlimited",
  parse: (text) => (text.trim() === "unlimited" ? Infinity : (parseSize(text) ?? undefined)),
  write: (amount) => (amount === Infinity ? "unlimited" : String(amount)),
  schema: { type: ["string", "integer"] },
});

interface LimitFields {
  readonly name: string;
  readonly soft: number;
  readonly hard: number;
  readonly value: number;
}

interface NamedLimit extends ResourceLimit {
  readonly name: string | null;
}

const limitType: ValueType<NamedLimit> = structType<LimitFields, NamedLimit>({
  name: "limit",
  owner: "a limit",
  example: 'name="nofile" soft="1024" hard="4096"',
  fields: {
    name: {
      type: nameType({ name: "name of a limit", example: "nofile" }),
      doc: `One of ${Object.keys(limitNames).join(", ")}.`,
    },
    soft: { type: amountType, doc: "The limit in force; the hard one when absent." },
    hard: { type: amountType, doc: "How far the process may raise it; the soft one when absent." },
    value: { type: amountType, doc: "Soft and hard at once." },
  },
  textField: "value",
  build: ({ name = null, soft, hard, value }, { complain }) => {
    const amount = value ?? soft ?? hard;
    if (amount === undefined || (value !== undefined && (soft ?? hard) !== undefined)) {
      return complain(
        "a limit needs soft, hard or both, or else a value",
        'for example soft="1024" hard="4096"',
      );
    }
    const limit = { name, soft: soft ?? amount, hard: hard ?? amount };
    return limit.soft > limit.hard ? complain("the soft limit is above the hard one") : limit;
  },
  write: ({ soft, hard }) =>
    soft === hard ? amountType.write(soft) : `${amountType.write(soft)}:${amountType.write(hard)}`,
});

/** Limits of resources by their `ulimit` names. */
export const limitsType: ValueType<Readonly<Record<string, ResourceLimit>>> = {
  name: "limits",
  example: '<limits><limit name="nofile" soft="1024" hard="4096"/></limits>',
  repeats: true,
  read: (nodes, context) => {
    const limits: Record<string, ResourceLimit> = {};
    let complete = true;
    for (const { name: key, node } of nodes.flatMap(limitNodes)) {
      const limit = limitType.read([node], context);
      const name = key ?? limit?.name ?? null;
      if (
        limit === undefined ||
        name === null ||
        limitNames[name] === undefined ||
        Object.hasOwn(limits, name)
      ) {
        complete = false;
        reportLimit({ limit, name, node, context });
      } else {
        limits[name] = { soft: limit.soft, hard: limit.hard };
      }
    }
    return complete ? limits : undefined;
  },
  write: (limits) =>
    Object.entries(limits)
      .map(([name, limit]) => `${name}=${writeLimit(name, limit)}`)
      .join(" "),
  schema: {
    anyOf: [
      {
        type: "object",
        properties: { limit: limitListSchema() },
        additionalProperties: limitType.schema,
      },
      limitListSchema(),
    ],
  },
  ...(limitType.fields === undefined ? {} : { fields: limitType.fields }),
};

function limitListSchema(): Readonly<Record<string, unknown>> {
  return { anyOf: [limitType.schema, { type: "array", items: limitType.schema }] };
}

interface NamedNode {
  readonly name: string | null;
  readonly node: SourceNode;
}

function limitNodes(node: SourceNode): readonly NamedNode[] {
  if (node.kind === "list") {
    return node.items.flatMap(limitNodes);
  }
  return node.kind === "map" && !isOneLimit(node)
    ? node.entries.flatMap((entry) => entryNodes(entry))
    : [{ name: null, node }];
}

// No limit of the system is called by one of these, so a mapping by name has none of them.
const keysOfOneLimit = new Set(["name", "soft", "hard", "value"]);

function isOneLimit(node: SourceMap): boolean {
  return node.entries.some(({ key }) => keysOfOneLimit.has(key));
}

function entryNodes({ key, value }: SourceEntry): readonly NamedNode[] {
  if (key !== "limit") {
    return [{ name: key, node: value }];
  }
  const nodes = value.kind === "list" ? value.items : [value];
  return nodes.map((node) => ({ name: null, node }));
}

interface WrongLimit {
  readonly limit: NamedLimit | undefined;
  readonly name: string | null;
  readonly node: SourceNode;
  readonly context: ReadContext;
}

function reportLimit({ limit, name, node, context }: WrongLimit): void {
  if (limit === undefined) {
    return;
  }
  if (name === null) {
    context.report({
      at: node.at,
      message: "a limit needs a name",
      hint: `for example ${limitType.example}`,
    });
  } else if (limitNames[name] === undefined) {
    const near = nearest(name, Object.keys(limitNames));
    const hint =
      near === null ? `one of ${Object.keys(limitNames).join(", ")}` : `did you mean ${near}?`;
    context.report({
      at: node.at,
      message: `there is no limit named ${JSON.stringify(name)}`,
      hint,
    });
  } else {
    context.report({ at: node.at, message: `the limit ${name} is given twice` });
  }
}

function writeLimit(name: string, { soft, hard }: ResourceLimit): string {
  const write = (amount: number): string => {
    if (amount === Infinity) {
      return "unlimited";
    }
    return limitNames[name] === "bytes" ? formatSize(amount) : String(amount);
  };
  return soft === hard ? write(soft) : `${write(soft)}:${write(hard)}`;
}
