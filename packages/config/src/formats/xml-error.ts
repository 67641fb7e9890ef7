import type { SourceReader } from "../source/source-reader.ts";

/** What the XML parser complained about, and where it stood. */
export interface XmlError {
  readonly message: string;
  readonly offset: number;
  readonly openElement: { readonly name: string; readonly start: number } | undefined;
}

/** Reports the parser's complaint at the place where a person would look for it, in words that say what to do. */
export function failOnXmlError(reader: SourceReader, error: XmlError): never {
  const { text } = reader;
  const { message, offset, openElement } = error;
  // The parser has already taken the character that it complains about.
  const at = Math.max(Math.min(offset, text.length) - 1, 0);
  if (message.includes("doctype")) {
    return reader.fail(text.lastIndexOf("<!", at), "a DOCTYPE is refused", "remove it");
  }
  if (message.includes("entity")) {
    return failOnReference(reader, referenceBefore(text, at) ?? text.lastIndexOf("&", at));
  }
  const bare = message.startsWith("un") ? referenceBefore(text, text.length) : undefined;
  if (bare !== undefined) {
    return failOnReference(reader, bare);
  }
  if (message.startsWith("unclosed tag") && openElement !== undefined) {
    return reader.fail(openElement.start, `<${openElement.name}> is never closed`);
  }
  if (message.startsWith("unexpected close tag") || message.startsWith("unmatched closing tag")) {
    const start = text.lastIndexOf("</", at);
    return reader.fail(
      start,
      `${text.slice(start, Math.min(at + 1, start + 80))} closes an element that is not open here`,
    );
  }
  if (message.startsWith("document must contain a root")) {
    return reader.fail(at, "the file has no <processManager>");
  }
  return reader.fail(at, `not well-formed XML: ${message.replace(/\.$/, "")}`);
}

function failOnReference(reader: SourceReader, start: number): never {
  const written = /^&#?[\w.:-]*;/.exec(reader.text.slice(start, start + 100))?.[0];
  return written === undefined
    ? reader.fail(start, "a bare & is not allowed", "write it as &amp;")
    : reader.fail(
        start,
        `${written} is not known`,
        "only &amp; &lt; &gt; &quot; &apos; and character references are",
      );
}

/** Where the reference that the parser was in started: it takes everything up to the next semicolon for the name. */
function referenceBefore(text: string, end: number): number | undefined {
  const start = text.indexOf("&", text.lastIndexOf(";", end - 1) + 1);
  const isInside = (open: string, close: string): boolean =>
    text.lastIndexOf(open, start) > text.lastIndexOf(close, start);
  return start === -1 || isInside("<!--", "-->") || isInside("<![CDATA[", "]]>")
    ? undefined
    : start;
}
