/** What several streams give, in the order in which it comes; ends when all have ended. An early end of it ends them. */
export async function* mergeStreams<T>(streams: readonly AsyncGenerator<T>[]): AsyncGenerator<T> {
  const pending = new Map<AsyncGenerator<T>, Promise<Step<T>>>();
  const advance = (stream: AsyncGenerator<T>): void => {
    pending.set(
      stream,
      stream.next().then((result) => ({ stream, result })),
    );
  };
  for (const stream of streams) advance(stream);
  try {
    while (pending.size > 0) {
      const { stream, result } = await Promise.race(pending.values());
      if (result.done === true) pending.delete(stream);
      else {
        // Asked for the next only when this was taken, so that nothing is read ahead of the reader.
        yield result.value;
        advance(stream);
      }
    }
  } finally {
    for (const step of pending.values()) step.catch(() => {});
    await Promise.allSettled(streams.map((stream) => stream.return(undefined)));
  }
}

interface Step<T> {
  readonly stream: AsyncGenerator<T>;
  readonly result: IteratorResult<T, unknown>;
}
