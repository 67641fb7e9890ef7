import { defineProject } from "vitest/config";

export default defineProject({
  test: { name: "@dpm/errors", include: ["src/**/*.test.ts", "test/**/*.test.ts"] },
});
