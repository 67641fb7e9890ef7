import { defineProject } from "vitest/config";

export default defineProject({
  test: { name: "@dpm/pmd", include: ["src/**/*.test.ts", "test/**/*.test.ts"] },
});
