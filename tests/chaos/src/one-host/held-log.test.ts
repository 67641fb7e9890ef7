import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { waitUntil } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { openStage, otherPid } from "../stage/open-stage.ts";

const script = "i=0; while :; do i=$$((i+1)); echo line $$i; sleep 0.01; done".replaceAll(
  "$$",
  "$$$$",
);
const writer = (more: string): string =>
  `<process id="writer" command="sh -c '${script}'" capture="file" ${more}/>`;

test(
  "rotation that a reload changes leaves a file that its process holds alone, and counts from its next start on",
  { timeout: 60_000 },
  async () => {
    const stage = await openStage(writer('logMaxBytes="infinity"'));
    const pid = await otherPid(stage, "writer", undefined);
    const log = join(stage.folder, "state/log/writer.out.log");
    const { ino } = await waitUntil(() => existsSync(log) && statSync(log));
    const lines = (): number => readFileSync(log, "utf8").split("\n").length;
    await waitUntil(() => lines() > 20);

    stage.configure(writer('logMaxBytes="100B" logMaxAge="1s" logBackups="1"'));
    expect((await stage.ask({ configReload: {} })).kind).toBe("answered");
    const before = lines();
    // Much more than it may have now, and for longer.
    await waitUntil(() => lines() > before + 200, { deadlineMs: 30_000 });
    expect((await stage.statuses()).get("writer")?.pid).toBe(pid);
    expect([statSync(log).ino, existsSync(`${log}.1`)]).toEqual([ino, false]);
    expect(await stage.troubles()).toEqual([]);

    await stage.ask({ restart: { selector: { ids: ["writer"] } } });
    await otherPid(stage, "writer", pid);
    const kept = statSync(`${log}.1`);
    expect([kept.ino, kept.size > 1_000]).toEqual([ino, true]);
    // Each line of the first instance is in the file that was set aside, in order.
    const held = readFileSync(`${log}.1`, "utf8").trimEnd().split("\n");
    expect(held).toEqual(held.map((_, index) => `line ${index + 1}`));
    await waitUntil(() => readFileSync(log, "utf8").startsWith("line 1\n"));
  },
);
