import { describe, expect, test } from "vitest";
import { isSecretName, maskSecrets } from "./mask-secrets.ts";

describe("a secret", () => {
  test.each([
    "DB_PASSWORD",
    "PASSWD",
    "CLIENT_SECRET",
    "API_TOKEN",
    "AWS_ACCESS_KEY",
    "CREDENTIALS",
    "apikey",
    "KEY",
    "SSH_KEY",
    "PASSPHRASE",
    "BASIC_AUTH",
  ])("is told by the name %s", (name) => {
    expect(isSecretName(name)).toBe(true);
    expect(maskSecrets(`environment.${name}`, "value")).toBe("********");
  });

  test.each(["PORT", "KEYBOARD", "MONKEY", "HOME", "PATH"])(
    "is not told by the name %s",
    (name) => {
      expect(maskSecrets(`environment.${name}`, "value")).toBe("value");
    },
  );

  test.each([
    ["run --password hunter2 -v", "run --password ******** -v"],
    ["run --api-key='a b' x", "run --api-key=******** x"],
    ["env DB_PASSWORD=x PORT=1 run", "env DB_PASSWORD=******** PORT=1 run"],
    ["psql postgres://me:pw@db/x", "psql postgres://me:********@db/x"],
    ["http://host/ http://me@host/", "http://host/ http://me@host/"],
    ["run --verbose --port 80", "run --verbose --port 80"],
  ])("within %s is masked", (text, shown) => {
    expect(maskSecrets("command", text)).toBe(shown);
  });
});

test("a long text without a secret takes little time", () => {
  const startedAt = performance.now();
  for (const piece of ["a.", "-a", "a=", "x://", 'a="', "--a='"]) {
    maskSecrets("command", piece.repeat(100_000));
  }
  expect(performance.now() - startedAt).toBeLessThan(5000);
});
