import { isAlive, processesWithArgument, waitUntil } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { configured, startPmd } from "./running-daemon.ts";

const timeout = 60_000;
const uniqueTime = (): string => String(100_000 + Math.floor(Math.random() * 800_000));

test(
  "what is configured anew while pmd is dead runs on as it was, which is told, until a reload puts it in force",
  { timeout },
  async () => {
    const [before, after] = [uniqueTime(), uniqueTime()];
    const text = (time: string): string =>
      configured(`<process id="a" command="sleep ${time}"/><process id="b" command="sleep 1000"/>`);
    const daemon = await startPmd(text(before));
    const [a, b] = [await daemon.pid("a"), await daemon.pid("b")];
    await daemon.kill();
    daemon.configure(text(after));
    await daemon.restart();
    expect(processesWithArgument(before)).toEqual([a]);
    const told = (await daemon.request({ ping: {} })).flatMap((result) =>
      result.payload === "server" ? result.server.troubles.map(({ code }) => code) : [],
    );
    expect(told).toEqual(["ERR_DPM_DAEMON_OUTDATED"]);

    await daemon.request({ configReload: {} });
    await waitUntil(() => processesWithArgument(after).length === 1, { what: "the new program" });
    expect(processesWithArgument(before)).toEqual([]);
    expect(await daemon.pid("b")).toBe(b);
  },
);

test(
  "a restart that was cut off while the process took its time to end is finished by the next pmd",
  { timeout },
  async () => {
    const time = uniqueTime();
    const daemon = await startPmd(
      configured(
        `<process id="a" shell="true" command="trap 'sleep 1; exit 0' TERM; while :; do sleep 0.05; : ${time}; done"/>`,
      ),
    );
    const first = await daemon.pid("a");
    const client = await daemon.connect();
    void (async () => {
      for await (const _ of client.request({ restart: { selector: { ids: ["a"] } } }));
    })().catch(() => "it was killed");
    await waitUntil(async () => (await daemon.statuses())["a"]?.state === 40, {
      what: "the end to begin",
    });
    await daemon.kill();
    expect(isAlive(first)).toBe(true);
    await daemon.restart();
    const next = await waitUntil(
      async () => {
        const pid = (await daemon.statuses())["a"]?.pid;
        return pid !== undefined && pid !== null && pid !== first && pid;
      },
      { what: "a new instance", deadlineMs: 20_000 },
    );
    expect(isAlive(first)).toBe(false);
    expect(isAlive(next)).toBe(true);
  },
);
