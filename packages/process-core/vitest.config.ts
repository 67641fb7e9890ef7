import { defineProject } from "vitest/config";

export default defineProject({
  test: { name: "@dpm/process-core", include: ["src/**/*.test.ts", "test/**/*.test.ts"] },
});
