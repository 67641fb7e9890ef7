// The same tests once more, with the native client.
import { defineProject } from "vitest/config";

export default defineProject({
  test: {
    name: "@dpm/e2e native",
    include: ["src/**/*.test.ts"],
    // Packages have no native client in them; how bin/pmc chooses and what systemd does is tested once.
    exclude: ["src/packed.test.ts", "src/launcher.test.ts", "src/systemd/*.test.ts"],
    env: { E2E_CLIENT: "native" },
    setupFiles: ["src/skip-without-native-client.ts"],
  },
});
