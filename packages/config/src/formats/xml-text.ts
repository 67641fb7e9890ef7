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

const onlySpace = /^[ \t\r\n]*$/;
const leadingSpace = /^[ \t\r\n]+/;

/**
 * Joins the pieces without the white space written at both ends; null when nothing is left.
 * White space in CDATA or as a character reference was meant, so it stays.
 */
export function trimPieces(source: string, pieces: readonly TextPiece[]): TrimmedText | null {
  const isMeant = ({ isCdata, start, end }: TextPiece): boolean =>
    isCdata || onlySpace.exec(source.slice(start, end)) === null;
  const meant = pieces.filter(isMeant);
  const first = meant[0];
  const last = meant.at(-1);
  if (first === undefined || last === undefined) {
    return null;
  }
  const kept = pieces.slice(pieces.indexOf(first), pieces.lastIndexOf(last) + 1);
  kept[0] = trimStart(source, first);
  kept[kept.length - 1] = trimEnd(source, kept.at(-1) ?? last);
  return {
    text: kept.map(({ text }) => text).join(""),
    start: kept[0].start,
    end: kept.at(-1)?.end ?? last.end,
  };
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
