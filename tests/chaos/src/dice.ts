/** Chance that a seed repeats: the same seed gives the same throws, in the same order. */
export interface Dice {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number, at least 0 and below the limit. */
  below(limit: number): number;
  /** A whole number between the two, both included. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  /** One of a list that is not empty. */
  pick<Item>(items: readonly Item[]): Item;
}

/** Makes dice from a seed; different words, such as the number of a round, give independent ones. */
export function createDice(seed: number, ...words: readonly (string | number)[]): Dice {
  let state = hash([seed, ...words].join(" "));
  // Mulberry32: 32 bits of state are plenty for choosing faults.
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
  };
}

function hash(text: string): number {
  let value = 0x81_1c_9d_c5;
  for (const character of text)
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93);
  return value | 0;
}
