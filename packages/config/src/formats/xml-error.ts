import type { SourceReader } from "../source/source-reader.ts";
import { openQuote, unclosedBefore } from "./xml-quote.ts";

/** An element, by its start tag. */
export interface XmlElement {
  readonly name: string;
  readonly start: number;
}

/** What the XML parser complained about, and where it stood. */
export interface XmlError {
  readonly message: string;
  readonly offset: number;
  /** From the root inwards. */
  readonly openElements: readonly XmlElement[];
  /** The last one that was closed, also by the end tag that the complaint is about. */
  readonly closedElement: XmlElement | undefined;
}

/** Reports the parser's complaint at the place where a person would look for it, in words that say what to do. */
export function failOnXmlError(reader: SourceReader, error: XmlError): never {
  const { text } = reader;
  const { message, offset, openElements } = error;
  const openElement = openElements.at(-1);
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
  failInTag(reader, { message, at, tag: openElement });
  if (message.startsWith("unclosed tag") && openElement !== undefined) {
    return reader.fail(openElement.start, `<${openElement.name}> is never closed`);
  }
  if (message.startsWith("unexpected close tag") || message.startsWith("unmatched closing tag")) {
    return failOnEndTag(reader, text.lastIndexOf("</", at), error);
  }
  if (message.startsWith("document must contain a root")) {
    return reader.fail(at, "the file has no <processManager>");
  }
  return reader.fail(at, `not well-formed XML: ${message.replace(/\.$/, "")}`);
}

interface TagError {
  readonly message: string;
  /** Where the parser stands. */
  readonly at: number;
  /** The tag that the parser is in, unless that one is complete. */
  readonly tag: XmlElement | undefined;
}

const neverClosed = "a quote opened here is never closed";

/** Reports a quote or a tag that was not closed where it was opened: the parser notices only when something cannot belong to it. */
function failInTag(reader: SourceReader, { message, at, tag }: TagError): void {
  const { text } = reader;
  if (tag === undefined) {
    return;
  }
  const isOf = (...starts: readonly string[]): boolean =>
    starts.some((start) => message.startsWith(start));
  const opened = isOf("unclosed tag", "unexpected end")
    ? openQuote(text, tag.start, text.length)
    : isOf("no whitespace between attributes", "disallowed character in attribute name")
      ? unclosedBefore(text, at)
      : undefined;
  if (opened !== undefined) {
    reader.fail(opened, neverClosed);
  }
  if (text.charAt(at) !== "<") {
    return;
  }
  const quote = openQuote(text, tag.start, at);
  if (quote !== undefined) {
    return /[\n\r]|>\s*$/.test(text.slice(quote, at))
      ? reader.fail(quote, neverClosed)
      : reader.fail(at, "a bare < is not allowed", "write it as &lt;");
  }
  if (isOf("disallowed character in attribute name")) {
    reader.fail(tag.start, `the tag of <${tag.name}> is never closed`, "end it with /> or >");
  }
}

/** Reports an end tag that does not fit: either an element inside was not closed, or its name is wrong. */
function failOnEndTag(
  reader: SourceReader,
  start: number,
  { openElements, closedElement }: XmlError,
): never {
  const written = reader.text.slice(start, reader.text.indexOf(">", start) + 1).slice(0, 80);
  const name = /^<\/([^\s>]*)/.exec(written)?.[1];
  if (closedElement !== undefined && openElements.some((element) => element.name === name)) {
    return reader.fail(
      closedElement.start,
      `<${closedElement.name}> is not closed before ${written} of line ${String(reader.position(start).line)}`,
      `end it with /> or </${closedElement.name}>`,
    );
  }
  return reader.fail(
    start,
    `${written} closes an element that is not open here`,
    ...(closedElement === undefined ? [] : [`<${closedElement.name}> is the one that is open`]),
  );
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
