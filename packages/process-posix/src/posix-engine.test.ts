import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { describeEngineContract, temporaryDirectory } from "@dpm/test-kit";
import { onTestFinished } from "vitest";
import { createPosixEngine } from "./posix-engine.ts";

let directory: string | null = null;

// The same for all engines of one test: one plays the daemon that comes after the other.
function placeOfThisTest(): { readonly instanceId: string; readonly captureDirectory: string } {
  if (directory === null) {
    directory = join(temporaryDirectory(), `capture-${randomBytes(4).toString("hex")}`);
    onTestFinished(() => {
      directory = null;
    });
  }
  return { instanceId: `test-${process.pid}`, captureDirectory: directory };
}

describeEngineContract("posix", () => createPosixEngine(placeOfThisTest()));
