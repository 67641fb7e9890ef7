import { defineProject } from "vitest/config";

export default defineProject({
  test: { name: "@dpm/e2e", include: ["src/**/*.test.ts", "test/**/*.test.ts"] },
});
