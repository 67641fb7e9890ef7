import { defineProject } from "vitest/config";

export default defineProject({
  test: { name: "@dpm/pmc", include: ["src/**/*.test.ts", "test/**/*.test.ts"] },
});
