import { join } from "node:path";
import type { Birth, Progress } from "../world/births.ts";
import type { World } from "../world/world.ts";
import { readStored } from "./read-stored.ts";

/** What every instance wrote against what is stored: each line once, in order, and none missing at the end. */
export function checkLogs(
  { folder, spared }: Pick<World, "folder" | "spared">,
  { births, progress }: { births: readonly Birth[]; progress: ReadonlyMap<string, Progress> },
): string[] {
  const problems: string[] = [];
  const ids = new Set(births.filter(({ kind }) => kind !== "child").map(({ id }) => id));
  for (const id of ids) {
    const stored = readStored(join(folder, "state/log"), `${id}.out.log`);
    const { lastOf, byes, wrong } = follow(stored, spared);
    problems.push(...wrong.slice(0, 5).map((what) => `log of ${id}: ${what}`));
    for (const { nonce, pid } of births.filter((birth) => birth.id === id)) {
      const said = progress.get(nonce);
      if (said === undefined || spared.has(nonce)) continue;
      const last = lastOf.get(nonce) ?? 0;
      if (last < said.lines)
        problems.push(
          `lines lost: ${id}, pid ${pid} (${nonce}), wrote ${said.lines} lines, ${last} are stored`,
        );
      if (said.phase === "ended" && !byes.has(nonce))
        problems.push(`lines lost: the last words of ${id}, pid ${pid} (${nonce})`);
    }
  }
  return problems;
}

/**
 * Of an instance whose pipe was lost with the helper that kept it open, half a line may be stored, to which the first line of the
 * next one is glued. Cut apart they are what they were.
 */
function withoutTorn(stored: Buffer, spared: ReadonlySet<string>): Buffer {
  const isSpared = (half: string): boolean =>
    half.length < 8
      ? [...spared].some((nonce) => nonce.startsWith(half))
      : spared.has(half.slice(0, 8));
  const text = stored
    .toString("latin1")
    .replaceAll(/^[0-9a-f][^\n]*?(?=[0-9a-f]{8} 1 \.{40}$)/gm, (half) =>
      isSpared(half) ? "" : half,
    );
  return Buffer.from(text, "latin1");
}

interface Followed {
  readonly lastOf: ReadonlyMap<string, number>;
  readonly byes: ReadonlySet<string>;
  readonly wrong: readonly string[];
}

function follow(text: Buffer, spared: ReadonlySet<string>): Followed {
  const stored = withoutTorn(text, spared);
  const lastOf = new Map<string, number>();
  const byes = new Set<string>();
  const wrong: string[] = [];
  const lines = stored.toString("latin1").split("\n");
  // What has no end yet is being written.
  lines.pop();
  for (const [index, line] of lines.entries()) {
    const [nonce = "", number = "", rest = ""] = line.split(" ");
    const count = Number(number);
    const last = lastOf.get(nonce) ?? 0;
    if (!/^[0-9a-f]{8}$/.test(nonce) || (rest !== "bye" && rest.length !== 40))
      wrong.push(`line ${index + 1} is torn: ${JSON.stringify(line.slice(0, 80))}`);
    else if (count <= last)
      wrong.push(`lines doubled: ${nonce} ${count} after ${last}, at line ${index + 1}`);
    else if (count > last + 1)
      wrong.push(`lines lost: ${nonce} ${count} after ${last}, at line ${index + 1}`);
    lastOf.set(nonce, count);
    if (rest === "bye") byes.add(nonce);
  }
  return { lastOf, byes, wrong };
}
