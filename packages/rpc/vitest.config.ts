import { defineProject } from "vitest/config";

export default defineProject({
  test: {
    name: "@dpm/rpc",
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    // Generous: a busy machine makes it slower, not wrong.
    testTimeout: 60_000,
  },
});
