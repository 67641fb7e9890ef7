import { fileURLToPath } from "node:url";
import { startProgram } from "@dpm/test-kit";
import { expect, test } from "vitest";

test.runIf(process.platform === "linux")(
  "what a process inherited reaches no child of Node's own, and nothing is closed",
  async () => {
    const path = fileURLToPath(new URL("../../fixtures/shields-descriptors.ts", import.meta.url));
    const script = 'exec 9</etc/passwd; ulimit -n 2000; exec 1500</etc/passwd; exec "$@"';
    const program = startProgram(
      ["/bin/bash", "-c", script, "bash", process.execPath, "--no-warnings", path],
      // A thread of Node reads these while everything begins.
      { env: { ...process.env, NODE_EXTRA_CA_CERTS: "/etc/ssl/certs/ca-certificates.crt" } },
    );
    const { code } = await program.ended;
    expect(program.stderr()).toBe("");
    expect(program.stdout()).toBe(
      "before: 1500\nshielded: 1500\nafter: \nstill open: true /etc/passwd\n",
    );
    expect(code).toBe(0);
  },
);
