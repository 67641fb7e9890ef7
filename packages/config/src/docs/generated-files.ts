import { configurationReference } from "./configuration-reference.ts";
import { jsonSchema } from "./json-schema.ts";

/** A file that is made from the table of keys. */
export interface GeneratedFile {
  /** Relative to the package's folder. */
  readonly path: string;
  readonly content: string;
}

/** The files that the script `generate` writes and that are committed. */
export function generatedFiles(): readonly GeneratedFile[] {
  return [
    { path: "schema.json", content: `${JSON.stringify(jsonSchema(), null, 2)}\n` },
    { path: "../../docs/configuration.md", content: configurationReference() },
  ];
}
