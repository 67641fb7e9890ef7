import { argumentsOf, isAlive, readProcessStat } from "@dpm/test-kit";
import { expect, test } from "vitest";
import { configured, startPmd } from "./running-daemon.ts";

test(
  "a configured process is started, seen, stopped and started again over TCP",
  { timeout: 60_000 },
  async () => {
    const daemon = await startPmd(configured('<process id="id0" command="sleep 1000"/>'));
    const pid = await daemon.pid("id0");
    expect(argumentsOf(pid)).toEqual(["sleep", "1000"]);
    expect(readProcessStat(pid)?.parent).toBe(daemon.program.pid);

    const [again] = await daemon.rows({ start: { selector: { ids: ["id0"] } } });
    expect(again).toMatchObject({ ok: true, status: { pid } });

    const [stopped] = await daemon.rows({ stop: { selector: { ids: ["id0"] } } });
    expect(stopped).toMatchObject({ done: true, ok: true, status: { state: 0, desired: 0 } });
    expect(isAlive(pid)).toBe(false);

    const [started] = await daemon.rows({ start: {} });
    expect(started).toMatchObject({ ok: true, status: { state: 20 } });
    expect(started?.status?.pid).not.toBe(pid);
  },
);
