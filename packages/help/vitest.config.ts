import { defineProject } from "vitest/config";

export default defineProject({
  test: { name: "@dpm/help", include: ["src/**/*.test.ts", "test/**/*.test.ts"] },
});
