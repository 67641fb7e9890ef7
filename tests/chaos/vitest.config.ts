import { defineProject } from "vitest/config";

export default defineProject({
  test: { name: "@dpm/chaos", include: ["src/**/*.test.ts"] },
});
