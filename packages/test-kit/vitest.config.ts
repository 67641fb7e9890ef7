import { defineProject } from "vitest/config";

export default defineProject({
  test: { name: "@dpm/test-kit", include: ["src/**/*.test.ts", "test/**/*.test.ts"] },
});
