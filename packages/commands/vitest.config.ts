import { defineProject } from "vitest/config";

export default defineProject({
  test: { name: "@dpm/commands", include: ["src/**/*.test.ts", "test/**/*.test.ts"] },
});
