import type { Lookup } from "../load/expand-text.ts";

/** What is shown in the place of a secret. */
export const mask = "********";

const secretName =
  /passw|secret|token|credential|passphrase|api_?key|private_?key|access_?key|_key$|^key$|auth/iu;
// Bounded and anchored where they repeat, so that a long text without a secret takes time in proportion to its length.
const userInfo = /\b([a-z][a-z0-9+.-]{0,30}:\/\/[^\s:/@]*):[^\s@/]+@/giu;
const assignment = /\b([A-Za-z_][A-Za-z0-9_]*)=([^\s"']+|"[^"]*"|'[^']*')/gu;
const option = /(?<![^\s"'])(--?[A-Za-z][A-Za-z0-9-]*)([= ])([^\s"']+|"[^"]*"|'[^']*')/gu;

/** Whether the name of a variable says that its value is a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/**
 * A value as it may be shown: the value of a variable with a telling name (`environment.DB_PASSWORD`), such assignments and options
 * within a text, and passwords in addresses are masked.
 */
export function maskSecrets(key: string, text: string): string {
  const variable = key.startsWith("environment.") ? key.slice("environment.".length) : null;
  if (variable !== null && isSecretName(variable)) {
    return mask;
  }
  return text
    .replaceAll(userInfo, `$1:${mask}@`)
    .replaceAll(assignment, (whole, name: string) =>
      isSecretName(name) ? `${name}=${mask}` : whole,
    )
    .replaceAll(option, (whole, name: string, between: string) =>
      isSecretName(name) ? `${name}${between}${mask}` : whole,
    );
}

/** A look-up that gives the mask for variables whose names say that they are secret. */
export function maskingLookup(lookup: Lookup): Lookup {
  return (name) => {
    const value = lookup(name);
    return value !== undefined && isSecretName(name) ? mask : value;
  };
}
