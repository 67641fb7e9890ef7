// Writes docs/commands.md from the table of commands.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { commandsReference } from "../src/index.ts";

writeFileSync(join(import.meta.dirname, "../../../docs/commands.md"), commandsReference());
