import { defineProject } from "vitest/config";

export default defineProject({
  test: { name: "@dpm/config", include: ["src/**/*.test.ts", "test/**/*.test.ts"] },
});
