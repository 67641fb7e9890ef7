/** Gives the least first, and among equals the one that was pushed first. */
export interface PriorityQueue<Item> {
  push(item: Item, priority: number): void;
  /** Null when it is empty. */
  pop(): Item | null;
}

interface Entry<Item> {
  readonly item: Item;
  readonly priority: number;
  readonly turn: number;
}

/** Makes an empty queue: a binary heap. */
export function createPriorityQueue<Item>(): PriorityQueue<Item> {
  const heap: Entry<Item>[] = [];
  let turns = 0;

  const at = (index: number): Entry<Item> => {
    const entry = heap[index];
    if (entry === undefined) throw new RangeError(`no entry ${index} in the heap`);
    return entry;
  };
  const comesFirst = (left: Entry<Item>, right: Entry<Item>): boolean =>
    left.priority === right.priority ? left.turn < right.turn : left.priority < right.priority;

  const rise = (start: number): void => {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!comesFirst(at(index), at(parent))) return;
      swap(index, parent);
      index = parent;
    }
  };
  const sink = (): void => {
    let index = 0;
    for (;;) {
      let least = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child < heap.length && comesFirst(at(child), at(least))) least = child;
      }
      if (least === index) return;
      swap(index, least);
      index = least;
    }
  };
  const swap = (left: number, right: number): void => {
    const moved = at(left);
    heap[left] = at(right);
    heap[right] = moved;
  };

  return {
    push: (item, priority) => {
      heap.push({ item, priority, turn: turns++ });
      rise(heap.length - 1);
    },
    pop: () => {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined) return null;
      if (heap.length > 0) {
        heap[0] = last;
        sink();
      }
      return first.item;
    },
  };
}
