// The parser declares its codes as a const enum, which a module compiled alone cannot use; the numbers are part of its interface.
const messages = new Map([
  [2, "a malformed number"],
  [3, "a key in double quotes is expected here"],
  [4, "a value is expected here"],
  [5, "a colon is expected here"],
  [6, "a comma is expected here"],
  [7, "the object is never closed: } is expected here"],
  [8, "the list is never closed: ] is expected here"],
  [9, "something follows after the end of the object"],
  [10, "JSON has no comments"],
  [11, "a comment that never ends"],
  [12, "a text that never ends"],
  [13, "a number that never ends"],
  [14, "a malformed \\u escape"],
  [15, "an unknown escape"],
  [16, "a control character, which JSON wants escaped"],
]);

/** A sentence for a code of the JSON parser; `written` is what stands at the place. */
export function describeJsonError(
  code: number,
  written: string,
): { readonly message: string; readonly hint?: string } {
  if ((code === 3 || code === 4) && /^[}\]]/.test(written)) {
    return { message: "a comma before the end", hint: "JSON has no trailing commas" };
  }
  if (code === 10 || written === "//" || written === "/*") {
    return { message: "JSON has no comments", hint: "YAML and TOML have them" };
  }
  return code === 1
    ? { message: "this is no JSON value", hint: "keys and texts stand in double quotes" }
    : { message: messages.get(code) ?? "not valid JSON" };
}
