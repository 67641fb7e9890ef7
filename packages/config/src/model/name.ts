const shape = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u;

/** Whether a text can be the id of a process or the name of a group. */
export function isName(text: string): boolean {
  return shape.test(text);
}
