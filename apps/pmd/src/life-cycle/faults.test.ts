import { startProgram, type StartedProgram } from "@dpm/test-kit";
import { expect, test } from "vitest";

const file = (name: string): string => JSON.stringify(new URL(name, import.meta.url).href);

function withFaults(fault: string): StartedProgram {
  const script = `
    import { createLogger } from "@dpm/logger";
    import { watchFaults } from ${file("./faults.ts")};
    watchFaults({
      log: createLogger({ level: "info", console: "json" }),
      note: (error) => console.log("noted " + error.code + " " + error.message),
      abandon: () => console.log("abandoned"),
    });
    setTimeout(() => console.log("goes on"), 200);
    ${fault}
  `;
  const cwd = new URL(".", import.meta.url).pathname;
  return startProgram(
    [process.execPath, "--no-warnings", "--input-type=module", "--eval", script],
    { cwd },
  );
}

test("a promise that nobody looked at is logged and noted, and the daemon goes on", async () => {
  const program = withFaults(`Promise.reject(new Error("overlooked"));`);
  expect(await program.ended).toEqual({ code: 0, signal: null });
  expect(program.stdout()).toBe(
    "noted ERR_DPM_DAEMON_SUPERVISION a fault inside pmd: overlooked\ngoes on\n",
  );
  expect(program.stderr()).toContain("overlooked");
});

test("an exception that nobody caught is logged and ends the daemon with 70", async () => {
  const program = withFaults(`setTimeout(() => { throw new Error("uncaught"); });`);
  expect(await program.ended).toEqual({ code: 70, signal: null });
  expect(program.stdout()).toBe("abandoned\n");
  expect(program.stderr()).toMatch(/"level":"fatal".*uncaught/);
});
