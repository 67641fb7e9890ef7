/** A number and its noun: `1 process`, `2 processes`. */
export function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
