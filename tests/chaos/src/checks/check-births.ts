import type { Birth, Progress } from "../world/births.ts";
import { isKeptUp } from "../world/service-plan.ts";
import type { World } from "../world/world.ts";

/** The clock of the records has two decimals, and an answer is read later than it was given. */
const slackS = 0.03;
/** A launch that pmd did not live to see the end of may be repeated when it has ended before anyone looked. */
const launchS = 3;

/** What the services wrote down about their starts: no two at once at any moment, none after its stop, none too often. */
export function checkBirths(
  world: World,
  { births, progress }: { births: readonly Birth[]; progress: ReadonlyMap<string, Progress> },
): string[] {
  const problems: string[] = [];
  for (const [id, account] of world.ledger.accounts) {
    const own = births.filter((birth) => birth.id === id);
    for (const [index, birth] of own.entries()) {
      const next = own[index + 1];
      const last = progress.get(birth.nonce);
      if (next !== undefined && last !== undefined && last.at > next.at + slackS)
        problems.push(
          `double: ${id} as pid ${birth.pid} wrote at ${last.at}, when pid ${next.pid} had begun at ${next.at}`,
        );
    }
    const late = own.filter(({ at }) => account.wanted === "down" && at > account.since + slackS);
    for (const { pid, at } of late)
      problems.push(
        `back from the dead: ${id} began at ${at} as pid ${pid}, stopped at ${account.since}`,
      );
    const plan = world.plans.get(id);
    if (plan === undefined || isKeptUp(plan)) continue;
    const spared = world.deaths.filter((death) =>
      own.some(({ at }) => death >= at - launchS && death <= at + launchS),
    ).length;
    if (own.length > account.startsAllowed + spared)
      problems.push(
        `back from the dead: ${id} began ${own.length} times and was started ${account.startsAllowed} times`,
      );
  }
  return problems;
}
