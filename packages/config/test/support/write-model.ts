import { stringify } from "yaml";
import type { Definition } from "./random-model.ts";

/** The formats that a model can be written in, each by file extension. */
export const writers: Readonly<Record<string, (definitions: readonly Definition[]) => string>> = {
  xml: toXml,
  yaml: (definitions) =>
    stringify({ process: definitions.map(withoutUndefined) }, { aliasDuplicateObjects: false }),
  json: (definitions) => JSON.stringify({ process: definitions }),
  toml: (definitions) => definitions.map(toTomlTable).join("\n"),
};

function toXml(definitions: readonly Definition[]): string {
  const processes = definitions.map((definition) => {
    const elements = Object.entries(withoutUndefined(definition)).map(([key, value]) => {
      if (key === "environment") {
        return Object.entries(value as Readonly<Record<string, string>>)
          .map(([name, text]) => `<environment name="${escape(name)}" value="${escape(text)}"/>`)
          .join("");
      }
      if (key === "readiness") {
        const attributes = Object.entries(value as object).map(
          ([name, part]) => `${name}="${escape(String(part))}"`,
        );
        return `<readiness ${attributes.join(" ")}/>`;
      }
      const items = Array.isArray(value) ? (value as readonly unknown[]) : [value];
      return items.map((item) => `<${key}>${escape(String(item))}</${key}>`).join("");
    });
    return `  <process>${elements.join("")}</process>`;
  });
  return `<processManager>\n${processes.join("\n")}\n</processManager>\n`;
}

function toTomlTable(definition: Definition): string {
  const lines = Object.entries(withoutUndefined(definition)).map(
    ([key, value]) => `${key} = ${toTomlValue(value)}`,
  );
  return `[[process]]\n${lines.join("\n")}\n`;
}

function toTomlValue(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(toTomlValue).join(", ")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => `${key} = ${toTomlValue(item)}`);
    return `{ ${entries.join(", ")} }`;
  }
  return JSON.stringify(value);
}

function withoutUndefined(definition: Definition): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(definition).filter(([, value]) => value !== undefined));
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
