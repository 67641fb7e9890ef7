import { defineProject } from "vitest/config";

export default defineProject({
  test: { name: "@dpm/units", include: ["src/**/*.test.ts", "test/**/*.test.ts"] },
});
