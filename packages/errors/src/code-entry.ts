import type { Category } from "./category.ts";

/** What is known of one error code: its category, its sentence and what the user can do. */
export interface CodeEntry<Details = Record<string, never>> {
  readonly category: Category;
  /** One sentence that names the place, without a final full stop. */
  readonly message: (details: Details) => string;
  /** The next step for the user, as a sentence. */
  readonly hint?: (details: Details) => string;
}

/** Declares a code; exists so that the type of the details is written once, beside the sentence that uses them. */
export function code<Details = Record<string, never>>(
  entry: CodeEntry<Details>,
): CodeEntry<Details> {
  return entry;
}
