const collator = new Intl.Collator("en", { numeric: true });

/** Compares ids as people count: `web-2` before `web-10`. Total: different ids never compare as equal. */
export function byNaturalOrder(left: string, right: string): number {
  const order = collator.compare(left, right);
  if (order !== 0 || left === right) {
    return order;
  }
  return left < right ? -1 : 1;
}
