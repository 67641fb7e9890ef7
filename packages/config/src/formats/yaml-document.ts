import { Composer, CST, type Document, Lexer, type ParsedNode, Parser } from "yaml";
import type { SourceReader } from "../source/source-reader.ts";
import { sourceLimits } from "../source/source-limits.ts";

// Line breaks, indents and comments are lexemes too; this bounds what the parser holds on to.
const lexemeLimit = 4 * sourceLimits.nodes;
// A document, the scalar being read and the like stand on the parser's stack beside the containers.
const stackLimit = sourceLimits.depth + 4;

const refused = new Map([
  ["alias", "an alias is refused: write the value out"],
  ["anchor", "an anchor is refused: write the value out"],
  ["tag", "a tag is refused: values have no other types here"],
  ["directive-line", "a directive is refused: the file is YAML 1.2"],
]);

/**
 * Parses the one document of a file, null when it is empty.
 * Lexemes are judged before they reach the parser, so nothing refused is ever resolved and nothing nests without bound.
 */
export function readYamlDocument(reader: SourceReader): ParsedNode | null {
  const documents: Document.Parsed[] = [];
  const composer = new Composer({
    version: "1.2",
    schema: "core",
    merge: false,
    strict: true,
    // The library compares each key with each other one; the tree's own guard is faster.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  const lexing: Lexing = { openQuote: undefined };
  for (const token of readTokens(reader, lexing)) {
    documents.push(...composer.next(token));
    refuseSecond(reader, documents);
  }
  documents.push(...composer.end(true, reader.text.length));
  refuseSecond(reader, documents);
  const [document] = documents;
  const fault = document?.errors[0] ?? document?.warnings[0];
  if (fault?.message.startsWith("Missing closing") === true && lexing.openQuote !== undefined) {
    return reader.fail(lexing.openQuote, "a quote opened here is never closed");
  }
  if (fault !== undefined) {
    return reader.fail(fault.pos[0], `not valid YAML: ${fault.message}`);
  }
  return document?.contents ?? null;
}

function refuseSecond(reader: SourceReader, [, second]: readonly Document.Parsed[]): void {
  if (second !== undefined) {
    reader.fail(
      second.range[0],
      "a second document in one file is refused",
      "put it into a file of its own",
    );
  }
}

/** What the lexer alone knows. */
interface Lexing {
  /** Where the first text with an opening quote and no closing one starts. */
  openQuote: number | undefined;
}

/** Whether a quoted text has its closing quote: the last one, unless it is escaped. */
function isClosed(lexeme: string): boolean {
  const escape = lexeme.startsWith('"') ? "\\" : "'";
  let escapes = 0;
  while (lexeme.length - 2 - escapes > 0 && lexeme.charAt(lexeme.length - 2 - escapes) === escape) {
    escapes += 1;
  }
  return lexeme.length > 1 && lexeme.endsWith(lexeme.charAt(0)) && escapes % 2 === 0;
}

function* readTokens(reader: SourceReader, lexing: Lexing): Generator<CST.Token> {
  const parser = new Parser();
  let offset = 0;
  let lexemes = 0;
  let isScalarText = false;
  for (const lexeme of new Lexer().lex(reader.text)) {
    lexemes += 1;
    if (lexemes > lexemeLimit) {
      reader.fail(
        offset,
        `more than ${lexemeLimit} words and lines in one file`,
        "split the file and include the parts",
      );
    }
    const type = isScalarText ? "scalar" : CST.tokenType(lexeme);
    // The marker says that the next lexeme is the text of a plain or block scalar, whatever it looks like.
    isScalarText = lexeme === CST.SCALAR;
    const message = type === null ? undefined : refused.get(type);
    if (message !== undefined) {
      reader.fail(offset, message);
    }
    const isQuoted = type === "double-quoted-scalar" || type === "single-quoted-scalar";
    if (isQuoted && !isClosed(lexeme)) {
      lexing.openQuote ??= offset;
    }
    if (lexeme !== CST.SCALAR && lexeme !== CST.DOCUMENT && lexeme !== CST.FLOW_END) {
      offset += lexeme.length;
    }
    yield* parser.next(lexeme);
    if (parser.stack.length > stackLimit) {
      reader.fail(offset, `nested deeper than ${sourceLimits.depth} levels`);
    }
  }
  yield* parser.end();
}
