const units = [
  ["TiB", 1024 ** 4],
  ["GiB", 1024 ** 3],
  ["MiB", 1024 ** 2],
  ["KiB", 1024],
] as const;

/**
 * A size in the one form that is printed and stored: the largest unit that divides it, such as `16MiB`, else bytes such as `1500B`.
 * `parseSize` gives back the same number. A negative or unknown size counts as `0B`.
 */
export function formatSize(sizeBytes: number): string {
  if (sizeBytes === Infinity) {
    return "infinity";
  }
  const bytes = sizeBytes > 0 ? Math.round(sizeBytes) : 0;
  const unit = bytes === 0 ? undefined : units.find(([, factor]) => bytes % factor === 0);
  return unit === undefined ? `${bytes}B` : `${bytes / unit[1]}${unit[0]}`;
}
