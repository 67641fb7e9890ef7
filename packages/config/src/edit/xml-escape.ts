const attributeEscapes = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  ['"', "&quot;"],
  ["'", "&apos;"],
  ["\t", "&#9;"],
  ["\n", "&#10;"],
  ["\r", "&#13;"],
]);

/** A value as it stands between the given quotes; line breaks and tabs as references, since a reader turns bare ones into spaces. */
export function escapeAttribute(value: string, quote: '"' | "'"): string {
  const special = quote === '"' ? /[&<"\t\n\r]/g : /[&<'\t\n\r]/g;
  return value.replace(special, (character) => attributeEscapes.get(character) ?? character);
}

/** A value as element text; white space at both ends as references, since a reader takes bare one for layout. */
export function escapeText(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll("]]>", "]]&gt;")
    .replaceAll("\r", "&#13;")
    .replace(/^[ \t\n]+/, toReferences)
    .replace(/[ \t\n]+$/, toReferences);
}

/** A value as CDATA; the end mark inside it is split over two sections. */
export function toCdata(value: string): string {
  return `<![CDATA[${value.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

function toReferences(space: string): string {
  return space.replace(/[^]/g, (character) => `&#${String(character.codePointAt(0))};`);
}
