/** What one file may hold; beyond it the file is refused, so that no file can exhaust time or memory. */
export const sourceLimits: {
  readonly fileBytes: number;
  readonly depth: number;
  readonly nodes: number;
  readonly attributes: number;
} = {
  /** Bytes of a file. */
  fileBytes: 16 * 1024 * 1024,
  /** Containers inside containers, the root included. */
  depth: 64,
  /** Values of every kind in a file: scalars, maps and lists. */
  nodes: 400_000,
  /** Attributes of one XML element. */
  attributes: 256,
};
