/** What stands in a log in place of a secret. */
export const redactedText = "[redacted]";

const secretNames = [
  "token",
  "password",
  "passphrase",
  "secret",
  "credential",
  "credentials",
  "authorization",
  "privateKey",
];

/** The places of secrets, in the notation of pino's `redact`: by name down to the third level, and every value of an environment. */
export const secretPaths: readonly string[] = [
  ...secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
  ...["environment", "env"].flatMap((name) => [`${name}.*`, `*.${name}.*`, `*.*.${name}.*`]),
];
