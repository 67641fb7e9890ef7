import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder that is removed by {@link DisposableDirectory.remove} or by `using`. */
export interface DisposableDirectory extends Disposable {
  readonly path: string;
  remove(): void;
}

/** Makes an empty folder for a whole suite or a program; the caller removes it. */
export function createTemporaryDirectory(): DisposableDirectory {
  // Short, since paths of Unix sockets in it end at 107 bytes; resolved, since macOS' temporary folder is a link.
  const path = realpathSync(mkdtempSync(join(tmpdir(), "dpm-")));
  const remove = (): void => rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  return { path, remove, [Symbol.dispose]: remove };
}

/** The path of an empty folder that is removed when the running test ends. */
export function temporaryDirectory(): string {
  const directory = createTemporaryDirectory();
  onTestFinished(() => directory.remove());
  return directory.path;
}
