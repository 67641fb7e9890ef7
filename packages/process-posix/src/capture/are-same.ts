/** Whether two have the same values, or there are none of both. */
export function areSame<T extends object>(a: T | null, b: T | null): boolean {
  if (a === null || b === null) return a === b;
  return Object.entries(a).every(([key, value]) => (b as Record<string, unknown>)[key] === value);
}
