import { defineProject } from "vitest/config";

export default defineProject({
  test: { name: "@dpm/socket", include: ["src/**/*.test.ts", "test/**/*.test.ts"] },
});
