import { defineProject } from "vitest/config";

export default defineProject({
  test: { name: "@dpm/pdu", include: ["src/**/*.test.ts", "test/**/*.test.ts"] },
});
