import type { ErrorReport } from "@dpm/errors";

/** An error as JSON output shows it. */
export interface ErrorJson {
  readonly code: string;
  readonly category: string;
  readonly message: string;
  readonly hint: string | null;
}

/** An error as JSON output shows it. */
export function toErrorJson({ code, category, message, hint }: ErrorReport): ErrorJson {
  return { code, category, message, hint: hint ?? null };
}
