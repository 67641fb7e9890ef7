import { type DpmError, dpmError } from "@dpm/errors";

import type { Input } from "../model/input.ts";

/** The error of a value that is not what it should be; `expected` ends the sentence "expected …". */
export function invalidValue(
  input: Pick<Input, "page">,
  found: { readonly what: string; readonly value: string; readonly expected: string },
): DpmError {
  return dpmError("ERR_DPM_COMMAND_INVALID_VALUE", { ...found, page: input.page });
}
