import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { type RunningPmd, startPmd } from "./running-pmd.ts";
import { caseFiles, playCase, readCases } from "./wire-case.ts";
import { connectPeer, type WirePeer } from "./wire-peer.ts";

const configuration = `
  <processManager>
    <process id="a" command="sleep 1000"/>
    <process id="b" command="sleep 1000"/>
    <process id="broken" command="/no/such/program" autostart="false" restart="no"/>
  </processManager>`;

let pmd: RunningPmd;
let bystander: WirePeer;

beforeAll(async () => {
  pmd = await startPmd(configuration);
  bystander = await connectPeer(pmd);
  await bystander.shakeHands();
}, 60_000);

afterAll(async () => {
  bystander.destroy();
  await pmd.end();
}, 60_000);

let asked = 0;

describe.each(caseFiles())("%s", (file) => {
  test.each(readCases(file))(
    "$name",
    async (wireCase) => {
      await playCase(wireCase, pmd);
      expect(pmd.isRunning()).toBe(true);
      asked += 1;
      await bystander.ask(asked);
    },
    60_000,
  );
});
