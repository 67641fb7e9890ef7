/** Something that came at a time, in µs since 1970; null: unknown. */
interface Timed {
  readonly timeUs: number | null;
}

/**
 * What several streams give, in the order of its times, and each stream in its own. What has no time comes as soon as it is
 * its stream's turn to be looked at: of streams without any times, first all of the first. An early end of it ends them.
 */
export async function* mergeByTime<T extends Timed>(
  streams: readonly AsyncGenerator<T>[],
): AsyncGenerator<T> {
  const heads = new Map<AsyncGenerator<T>, T>();
  const advance = async (stream: AsyncGenerator<T>): Promise<void> => {
    const step = await stream.next();
    if (step.done === true) heads.delete(stream);
    else heads.set(stream, step.value);
  };
  try {
    for (const stream of streams) await advance(stream);
    while (heads.size > 0) {
      const [stream, head] = earliestOf(heads);
      yield head;
      await advance(stream);
    }
  } finally {
    await Promise.allSettled(streams.map((stream) => stream.return(undefined)));
  }
}

function earliestOf<K, T extends Timed>(heads: ReadonlyMap<K, T>): readonly [K, T] {
  return [...heads].reduce((least, entry) =>
    (entry[1].timeUs ?? Number.NEGATIVE_INFINITY) < (least[1].timeUs ?? Number.NEGATIVE_INFINITY)
      ? entry
      : least,
  );
}
