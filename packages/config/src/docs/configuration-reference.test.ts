import { expect, test } from "vitest";
import { configurationReference } from "./configuration-reference.ts";

const reference = configurationReference();

test("the reference names the words of other programs for a restart policy", () => {
  expect(reference).toMatch(/`restart`.*false, never, Never, temporary as no; /u);
});

test("the reference says what null means, and which edits TOML does not allow", () => {
  expect(reference).toContain("`null`, or no value, means that the key is not given here");
  expect(reference).toContain("In TOML a command can remove no process");
});
