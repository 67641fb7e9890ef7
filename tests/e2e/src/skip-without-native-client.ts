import { existsSync } from "node:fs";
import { beforeEach } from "vitest";

import { nativeClient } from "./daemon.ts";

// `pnpm test` builds it, unless there is no Bun for this machine.
if (!existsSync(nativeClient)) {
  beforeEach((context) =>
    context.skip("the native client is not built: run `pnpm build:binaries`"),
  );
}
