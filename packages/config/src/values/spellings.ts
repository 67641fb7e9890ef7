/** The names a key may be written by: its own, the same in snake_case and in lower case, and those other programs use. */
export function spellings(name: string, aliases: readonly string[] = []): readonly string[] {
  const snake = name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
  return [...new Set([name, snake, name.toLowerCase(), ...aliases])];
}
