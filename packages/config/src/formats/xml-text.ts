/** One stretch of text in an element: character data, or a CDATA section. */
export interface TextPiece {
  /** Decoded. */
  readonly text: string;
  /** Where it stands in the file, the CDATA markers included. */
  readonly start: number;
  readonly end: number;
  readonly isCdata: boolean;
}

/** The text of an element without the white space around it. */
export interface TrimmedText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const leadingSpace = /^[ \t\r\n]+/;

/**
 * Joins the pieces without the white space written at both ends; null when nothing is left.
 * White space in CDATA or as a character reference was meant, so it stays.
 */
export function trimPieces(source: string, pieces: readonly TextPiece[]): TrimmedText | null {
  const rest = [...pieces];
  let start = 0;
  let end = 0;
  for (let first = rest[0]; first !== undefined; first = rest[0]) {
    const trimmed = trimStart(source, first);
    start = trimmed.start;
    rest[0] = trimmed;
    if (trimmed.text !== "" || trimmed.isCdata) {
      break;
    }
    rest.shift();
  }
  for (let last = rest.at(-1); last !== undefined; last = rest.at(-1)) {
    const trimmed = trimEnd(source, last);
    end = trimmed.end;
    rest[rest.length - 1] = trimmed;
    if (trimmed.text !== "" || trimmed.isCdata) {
      break;
    }
    rest.pop();
  }
  return rest.length === 0 ? null : { text: rest.map(({ text }) => text).join(""), start, end };
}

function trimStart(source: string, piece: TextPiece): TextPiece {
  const written = piece.isCdata
    ? ""
    : (leadingSpace.exec(source.slice(piece.start, piece.end))?.[0] ?? "");
  if (written === "") {
    return piece;
  }
  return {
    ...piece,
    text: piece.text.slice(decodedLength(written)),
    start: piece.start + written.length,
  };
}

function trimEnd(source: string, piece: TextPiece): TextPiece {
  let from = piece.end;
  while (!piece.isCdata && from > piece.start && " \t\r\n".includes(source.charAt(from - 1))) {
    from -= 1;
  }
  const written = source.slice(from, piece.end);
  if (written === "") {
    return piece;
  }
  return {
    ...piece,
    text: piece.text.slice(0, piece.text.length - decodedLength(written)),
    end: from,
  };
}

function decodedLength(space: string): number {
  return space.replaceAll("\r\n", "\n").length;
}
