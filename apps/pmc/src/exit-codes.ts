import { exitStatuses } from "@dpm/commands";
import type { Category } from "@dpm/errors";

/** The exit status of each category of error. */
export const statusOfCategory: Readonly<Record<Category, number>> = {
  "invalid-argument": 2,
  configuration: 78,
  "permission-denied": 77,
  "version-mismatch": 76,
  // The server's interface is older than the command: the same remedy as a version mismatch.
  unimplemented: 76,
  unavailable: 69,
  "deadline-exceeded": 75,
  "not-found": 4,
  "already-exists": 1,
  "failed-precondition": 1,
  "resource-exhausted": 1,
  cancelled: 1,
  internal: 1,
};

const precedence = exitStatuses.map(({ status }) => status);

/** The one exit status of a run in which several apply: the first of 2 78 77 76 69 75 4 1 3, else 0. */
export function worstStatus(statuses: readonly number[]): number {
  return precedence.find((status) => statuses.includes(status)) ?? 0;
}
