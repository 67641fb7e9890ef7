/** The name of a rotated file: 1 is the newest, 0 the log itself. */
export function rotatedPath(path: string, number: number): string {
  return number === 0 ? path : `${path}.${number}`;
}

/** The name of a rotated file that is compressed. */
export function compressedPath(path: string, number: number): string {
  return `${path}.${number}.gz`;
}

/** The time index of a rotated file, compressed or not; 0: that of the log itself. */
export function indexPath(path: string, number: number): string {
  return `${rotatedPath(path, number)}.idx`;
}

/** Where the unfinished last line waits during a rotation. */
export function tailPath(path: string): string {
  return `${path}.tail`;
}

/** Where it is written before it is whole. */
export function unfinishedTailPath(path: string): string {
  return `${path}.tail.part`;
}
