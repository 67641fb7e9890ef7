import { scalarType } from "./scalar-type.ts";
import type { ValueType } from "./value-type.ts";

/** An `http` or `https` address. */
export const urlType: ValueType<string> = scalarType({
  name: "web address",
  phrase: "an http or https address",
  example: "http://127.0.0.1:8080/",
  parse: (text) => {
    const url = URL.parse(text.trim());
    return url !== null && (url.protocol === "http:" || url.protocol === "https:")
      ? text.trim()
      : undefined;
  },
  write: (url) => url,
  schema: { type: "string", pattern: "^https?://|\\$\\{" },
});
