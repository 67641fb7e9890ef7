import type { Category } from "./category.ts";
import type { CodeEntry } from "./code-entry.ts";
import { type Code, codes, type DetailsOf } from "./codes.ts";

// A brand instead of instanceof: packages are versioned separately, so two copies of this class will meet.
const brand = Symbol.for("@dpm/errors.DpmError");

/** What an error says once it left its place: on the wire, in JSON output, on a terminal. */
export interface ErrorReport {
  readonly code: string;
  readonly category: Category;
  readonly message: string;
  readonly hint?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The one error class. Made by {@link dpmError} from a code, or by {@link errorFromReport} from what a peer sent. */
export class DpmError extends Error {
  override readonly name = "DpmError";
  readonly code: string;
  readonly category: Category;
  readonly hint: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(report: ErrorReport, cause?: unknown) {
    super(report.message, cause === undefined ? undefined : { cause });
    this.code = report.code;
    this.category = report.category;
    this.hint = report.hint;
    this.details = report.details ?? {};
    Object.defineProperty(this, brand, { value: true });
  }
}

/** Makes the error of a code; its details are checked against the code's declaration. */
export function dpmError<C extends Code>(
  code: C,
  details: DetailsOf<C>,
  cause?: unknown,
): DpmError {
  const entry = codes[code] as CodeEntry<DetailsOf<C>>;
  const hint = entry.hint?.(details);
  return new DpmError(
    {
      code,
      category: entry.category,
      message: entry.message(details),
      ...(hint === undefined ? {} : { hint }),
      details: details as Readonly<Record<string, unknown>>,
    },
    cause,
  );
}

/** Whether a value is a {@link DpmError}, also one of another installed version of this package. */
export function isDpmError(value: unknown): value is DpmError {
  return (
    typeof value === "object" &&
    value !== null &&
    (value as Record<symbol, unknown>)[brand] === true
  );
}

/** Whether a value is the error of one given code. */
export function hasCode(value: unknown, code: Code): value is DpmError {
  return isDpmError(value) && value.code === code;
}

/** The plain form of an error, fit for JSON and for the wire: no stack, no cause. */
export function toReport(error: DpmError): ErrorReport {
  return {
    code: error.code,
    category: error.category,
    message: error.message,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
    ...(Object.keys(error.details).length === 0 ? {} : { details: error.details }),
  };
}

/** The error that a peer reported; its code may be one that this version does not know. */
export function errorFromReport(report: ErrorReport): DpmError {
  return new DpmError(report);
}
