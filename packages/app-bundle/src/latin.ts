import type { Plugin } from "rolldown";

/**
 * Writes what is beyond Latin-1 as escapes. A program keeps its source for as long as it runs, and V8 needs two bytes for each
 * character of a source with a single arrow in it.
 */
export function latin(): Plugin {
  return {
    name: "latin",
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === "chunk") file.code = escapeBeyondLatin(file.code);
      }
    },
  };
}

function escapeBeyondLatin(code: string): string {
  // Unit by unit: two escapes of a pair of surrogates mean the same character.
  return code.replaceAll(
    /[^\0-\u00ff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
