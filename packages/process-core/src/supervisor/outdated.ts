import type { Kernel } from "./kernel.ts";
import type { Trouble } from "./supervisor-api.ts";

const mostNames = 5;

/** The trouble that processes run by definitions of before; none when there are none. */
export function outdatedTroubles(kernel: Kernel): readonly Trouble[] {
  const outdated = [...kernel.entries.values()].flatMap(({ id, outdatedSince, leaving }) =>
    outdatedSince === null || leaving ? [] : [{ id, since: outdatedSince }],
  );
  if (outdated.length === 0) return [];
  const names = outdated.slice(0, mostNames).map(({ id }) => id);
  const rest = outdated.length - names.length;
  return [
    {
      kind: "outdated",
      message: rest > 0 ? `${names.join(", ")} and ${rest} more` : names.join(", "),
      since: Math.min(...outdated.map(({ since }) => since)),
      count: outdated.length,
    },
  ];
}
