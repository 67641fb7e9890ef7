#!/usr/bin/env node
// Imported as a whole: an older Node has a module "node:module" without this name, and would say so with a stack.
import * as nodeModule from "node:module";
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 15)) {
  process.stderr.write(
    `pmd: Node ${process.versions.node} is too old, 22.15 is needed. See https://nodejs.org\n`,
  );
  process.exit(69);
}
nodeModule.enableCompileCache();
await import("../dist/main.js");
