/** A key as a part of a variable's name: `stopTimeout` is `STOP_TIMEOUT`. */
export function variableWord(key: string): string {
  return key.replaceAll(/[A-Z]/gu, (letter) => `_${letter}`).toUpperCase();
}
