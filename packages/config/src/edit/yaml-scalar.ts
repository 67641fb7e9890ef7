import { isScalar, parseDocument } from "yaml";

/** How a value is to be written. */
export interface YamlStyle {
  readonly quote: "plain" | "single" | "double";
  /** Inside `[ ]` or `{ }`, where commas and brackets mean something. */
  readonly isFlow: boolean;
}

// Characters that YAML wants escaped beside those that JSON escapes already.
const unprintable = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/;

/** A value as YAML in the wanted quotes, or in double quotes where those cannot hold it. */
export function writeYamlScalar(text: string, { quote, isFlow }: YamlStyle): string {
  const isSingleLine = /^[^\n\r\u0085\u2028\u2029]*$/.test(text);
  if (quote === "plain" && isSingleLine && isPlain(text, isFlow)) {
    return text;
  }
  if (quote === "single" && isSingleLine && !unprintable.test(text) && !/\p{Cc}/u.test(text)) {
    return `'${text.replaceAll("'", "''")}'`;
  }
  return JSON.stringify(text).replaceAll(
    new RegExp(unprintable, "g"),
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Asks the parser itself whether the bare text reads back, so that no rule of YAML is written twice. */
function isPlain(text: string, isFlow: boolean): boolean {
  if (text === "" || /^[&*!%@`"'|>]/.test(text)) {
    return false;
  }
  const document = parseDocument(isFlow ? `{k: ${text}}` : `k: ${text}`, {
    prettyErrors: false,
    logLevel: "silent",
  });
  const value = document.errors.length > 0 ? undefined : document.get("k", true);
  const writtenAs = isScalar(value) ? value.source : undefined;
  return (
    writtenAs === text &&
    isScalar(value) &&
    value.value !== null &&
    value.type === "PLAIN" &&
    !/(?:^|\s)#/.test(text)
  );
}
