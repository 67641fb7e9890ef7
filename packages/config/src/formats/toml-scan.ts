import { sourceLimits } from "../source/source-limits.ts";
import type { SourceReader } from "../source/source-reader.ts";

/**
 * Refuses a text that nests too deep or has too many parts before the parser sees it:
 * the parser recurses, and keeps an object for every token.
 */
export function refuseTomlExcess(reader: SourceReader, text: string): void {
  let depth = 1;
  let parts = 0;
  let dots = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    switch (text.charAt(offset)) {
      case "#":
        offset = endOfLine(text, offset);
        break;
      case '"':
      case "'":
        offset = endOfString(text, offset);
        parts += 1;
        break;
      case "[":
      case "{":
        depth += 1;
        parts += 1;
        dots = 0;
        reader.checkDepth(depth, offset);
        break;
      case "]":
      case "}":
        depth -= 1;
        break;
      case ".":
        dots += 1;
        parts += 1;
        reader.checkDepth(dots, offset);
        break;
      case ",":
      case "=":
        parts += 1;
        dots = 0;
        break;
      case "\n":
        parts += 1;
        dots = 0;
        break;
      default:
    }
    if (parts > 3 * sourceLimits.nodes) {
      reader.fail(
        offset,
        `more than ${3 * sourceLimits.nodes} words and lines in one file`,
        "split the file and include the parts",
      );
    }
  }
}

/** The offset of the last character of the line. */
function endOfLine(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return (end === -1 ? text.length : end) - 1;
}

/** The offset of the last character of a string in any of the four spellings; an unfinished one ends with its line or the file. */
function endOfString(text: string, start: number): number {
  const quote = text.charAt(start);
  const isLong = text.startsWith(quote.repeat(3), start);
  const closing = isLong ? quote.repeat(3) : quote;
  for (let offset = start + closing.length; offset < text.length; offset += 1) {
    const character = text.charAt(offset);
    if (character === "\\" && quote === '"') {
      offset += 1;
    } else if (character === quote && text.startsWith(closing, offset)) {
      return offset + closing.length - 1;
    } else if (character === "\n" && !isLong) {
      return offset - 1;
    }
  }
  return text.length;
}
