import { defineProject } from "vitest/config";

export default defineProject({
  test: { name: "@dpm/app-bundle", include: ["src/**/*.test.ts", "test/**/*.test.ts"] },
});
