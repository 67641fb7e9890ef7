import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: ["packages/*", "apps/*", "tests/*", "bench", "tests/e2e/vitest.native.config.ts"],
  },
});
