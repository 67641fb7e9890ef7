import { defineProject } from "vitest/config";

export default defineProject({
  test: {
    name: "@dpm/launch",
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    // A wait is bounded by its own deadline and says what it waited for; this one only catches what hangs.
    testTimeout: 60_000,
  },
});
