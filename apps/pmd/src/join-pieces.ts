import type { LogPiece } from "@dpm/captured-log";

const mostBytes = 64 * 1024;

/** Joins text that follows on text of the same stream, up to 64 KiB, so that small pieces do not cost a message each. */
export async function* joinPieces<T extends LogPiece & { readonly stream: string }>(
  pieces: AsyncGenerator<T>,
): AsyncGenerator<T> {
  let held: (T & { readonly kind: "text" })[] = [];
  let bytes = 0;
  const join = function* (): Generator<T> {
    const [first] = held;
    if (first !== undefined)
      yield held.length === 1
        ? first
        : { ...first, data: Buffer.concat(held.map(({ data }) => data)) };
    held = [];
    bytes = 0;
  };
  for await (const piece of pieces) {
    const isText = piece.kind === "text";
    if (!isText || piece.stream !== held[0]?.stream || bytes + piece.data.length > mostBytes)
      yield* join();
    if (!isText) {
      yield piece;
      continue;
    }
    held.push(piece as T & { readonly kind: "text" });
    bytes += piece.data.length;
  }
  yield* join();
}
