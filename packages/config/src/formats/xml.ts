import { SaxesParser } from "saxes";
import type { Range, SourceEntry, SourceMap, SourceNode } from "../source/source-node.ts";
import type { SourceReader } from "../source/source-reader.ts";
import { sourceLimits } from "../source/source-limits.ts";
import { failOnXmlError } from "./xml-error.ts";
import { type TextPiece, trimPieces } from "./xml-text.ts";

/** The only root element that a configuration has. */
const xmlRootName = "processManager";

/** An element that is still open. */
interface OpenElement {
  readonly name: string;
  readonly start: number;
  readonly entries: SourceEntry[];
  pieces: TextPiece[];
  contentStart: number;
}

/**
 * Reads XML: attributes and child elements become entries, an element with only text a scalar.
 * Any DOCTYPE is refused, and with it every entity that is not one of XML's own five.
 */
export function parseXml(reader: SourceReader): SourceMap {
  const { text } = reader;
  // One version only: in XML 1.1 other characters end a line, which would move every place.
  const parser = new SaxesParser({
    position: false,
    forceXMLVersion: true,
    defaultXMLVersion: "1.0",
  });
  // The parser's own table inherits from Object, so that &toString; would be an entity.
  parser.ENTITIES = Object.assign(Object.create(null), {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
  });
  const stack: OpenElement[] = [];
  let root: SourceMap | undefined;
  let closed: OpenElement | undefined;
  // Where the last piece of markup ended, which is where the next text starts.
  let textStart = 0;

  parser.on("error", (error) =>
    failOnXmlError(reader, {
      message: error.message,
      offset: parser.position,
      openElements: stack,
      closedElement: closed,
    }),
  );
  parser.on("doctype", () =>
    reader.fail(
      text.lastIndexOf("<!DOCTYPE", parser.position),
      "a DOCTYPE is refused",
      "remove it",
    ),
  );
  parser.on("xmldecl", ({ encoding }) => {
    if (encoding !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(encoding)) {
      reader.fail(0, `the encoding ${encoding} is not supported`, "save the file as UTF-8");
    }
  });

  parser.on("opentagstart", ({ name }) => {
    // Looked for, since the parser may have read one character more: of \r\n it makes one.
    const start = text.lastIndexOf("<", parser.position - name.length - 1);
    if (stack.length === 0 && name !== xmlRootName) {
      reader.fail(start + 1, `the root element is <${name}>, it must be <${xmlRootName}>`);
    }
    reader.checkDepth(stack.length + 1, start);
    const parent = stack.at(-1);
    if (parent !== undefined) {
      addText(reader, parent);
    }
    stack.push({ name, start, entries: [], pieces: [], contentStart: start });
  });

  parser.on("attribute", ({ name, value }) => {
    const element = stack.at(-1);
    if (element !== undefined) {
      addAttribute(reader, element, { name, value, end: parser.position });
    }
  });

  parser.on("opentag", () => {
    const element = stack.at(-1);
    if (element !== undefined) {
      element.contentStart = parser.position;
    }
    textStart = parser.position;
  });

  parser.on("text", (decoded) => {
    // The event comes with the "<" of the next markup.
    const end = parser.position - 1;
    stack.at(-1)?.pieces.push({ text: decoded, start: textStart, end, isCdata: false });
    textStart = end;
  });
  parser.on("cdata", (decoded) => {
    stack
      .at(-1)
      ?.pieces.push({ text: decoded, start: textStart, end: parser.position, isCdata: true });
    textStart = parser.position;
  });
  parser.on("comment", () => {
    // The event comes before the ">" of "-->".
    textStart = parser.position + 1;
  });
  parser.on("processinginstruction", () => {
    textStart = parser.position;
  });

  parser.on("closetag", ({ isSelfClosing }) => {
    const element = stack.pop();
    closed = element;
    const end = parser.position;
    textStart = end;
    if (element === undefined) {
      return;
    }
    const parent = stack.at(-1);
    if (parent === undefined) {
      addText(reader, element);
      root = reader.map(element.entries, { start: element.start, end });
      return;
    }
    const keyRange = { start: element.start + 1, end: element.start + 1 + element.name.length };
    parent.entries.push(
      reader.entry(element.name, keyRange, toNode(reader, element, { end, isSelfClosing })),
    );
  });

  parser.write(text).close();
  return root ?? reader.fail(text.length, "the file has no content");
}

function addAttribute(
  reader: SourceReader,
  element: OpenElement,
  { name, value, end }: { readonly name: string; readonly value: string; readonly end: number },
): void {
  const { text } = reader;
  // A value cannot hold its own quote, so the last one before the closing quote opened it.
  const start = text.lastIndexOf(text.charAt(end - 1), end - 2);
  let nameEnd = start;
  while (" \t\r\n=".includes(text.charAt(nameEnd - 1))) {
    nameEnd -= 1;
  }
  const keyRange = { start: nameEnd - name.length, end: nameEnd };
  if (element.entries.length >= sourceLimits.attributes) {
    reader.fail(
      keyRange.start,
      `more than ${sourceLimits.attributes} attributes in <${element.name}>`,
    );
  }
  if (element.entries.some(({ key }) => key === name)) {
    reader.fail(keyRange.start, `the attribute ${name} stands twice in <${element.name}>`);
  }
  element.entries.push(reader.entry(name, keyRange, reader.scalar(value, value, { start, end })));
}

/** Turns the text gathered so far beside attributes or child elements into an entry, unless it is only white space. */
function addText(reader: SourceReader, element: OpenElement): void {
  if (element.pieces.length === 0) {
    return;
  }
  const trimmed = trimPieces(reader.text, element.pieces);
  element.pieces = [];
  if (trimmed !== null) {
    const range: Range = { start: trimmed.start, end: trimmed.end };
    element.entries.push(
      reader.entry("#text", range, reader.scalar(trimmed.text, trimmed.text, range)),
    );
  }
}

function toNode(
  reader: SourceReader,
  element: OpenElement,
  { end, isSelfClosing }: { readonly end: number; readonly isSelfClosing: boolean },
): SourceNode {
  if (element.entries.length > 0) {
    addText(reader, element);
    return reader.map(element.entries, { start: element.start, end });
  }
  if (isSelfClosing) {
    return reader.scalar("", "", { start: element.start, end });
  }
  const trimmed = trimPieces(reader.text, element.pieces);
  return trimmed === null
    ? reader.scalar("", "", { start: element.contentStart, end: element.contentStart })
    : reader.scalar(trimmed.text, trimmed.text, { start: trimmed.start, end: trimmed.end });
}
