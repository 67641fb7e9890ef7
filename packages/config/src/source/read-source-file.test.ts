import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "@dpm/test-kit";
import { describe, expect, it } from "vitest";
import { describeTree } from "../testing/describe-tree.ts";
import { readSourceFile } from "./read-source-file.ts";
import { sourceLimits } from "./source-limits.ts";

describe("readSourceFile", () => {
  it("reads a file, also through a symbolic link", async () => {
    const directory = temporaryDirectory();
    const path = join(directory, "pmd.xml");
    writeFileSync(path, '<processManager logLevel="info"/>');
    symlinkSync(path, join(directory, "link.xml"));
    const file = await readSourceFile(join(directory, "link.xml"));
    expect(describeTree(file.root)).toEqual({ map: [["logLevel", "info"]] });
    expect(file).toMatchObject({ path: join(directory, "link.xml"), format: "xml" });
  });

  it("names a file that is not there", async () => {
    const path = join(temporaryDirectory(), "pmd.xml");
    await expect(readSourceFile(path)).rejects.toMatchObject({
      code: "ERR_DPM_CONFIG_NOT_FOUND",
      message: `there is no configuration file ${path}`,
    });
    await expect(readSourceFile(join(path, "pmd.xml"))).rejects.toMatchObject({
      code: "ERR_DPM_CONFIG_NOT_FOUND",
    });
  });

  it("refuses a folder and a FIFO without waiting for anyone", async () => {
    const directory = temporaryDirectory();
    mkdirSync(join(directory, "folder.xml"));
    execFileSync("mkfifo", [join(directory, "fifo.xml")]);
    const refusal = {
      code: "ERR_DPM_CONFIG_NOT_READABLE",
      message: expect.stringContaining("not a regular file"),
    };
    await expect(readSourceFile(join(directory, "folder.xml"))).rejects.toMatchObject(refusal);
    await expect(readSourceFile(join(directory, "fifo.xml"))).rejects.toMatchObject(refusal);
  });

  it("refuses a symbolic link that leads to itself", async () => {
    const path = join(temporaryDirectory(), "loop.xml");
    symlinkSync(path, path);
    await expect(readSourceFile(path)).rejects.toMatchObject({
      code: "ERR_DPM_CONFIG_NOT_READABLE",
      message: expect.stringContaining("too many symbolic links (ELOOP)"),
    });
  });

  it("says where to look when it may not read a file", async () => {
    const directory = temporaryDirectory();
    const path = join(directory, "pmd.xml");
    writeFileSync(path, "<processManager/>", { mode: 0 });
    const isRoot = process.geteuid?.() === 0;
    try {
      if (isRoot) {
        // Root may read everything.
        process.seteuid?.(65534);
      }
      await expect(readSourceFile(path)).rejects.toMatchObject({
        code: "ERR_DPM_CONFIG_NOT_READABLE",
        message: expect.stringContaining("permission denied (EACCES)"),
        hint: expect.stringContaining(`ls -l ${path}`),
      });
    } finally {
      if (isRoot) {
        process.seteuid?.(0);
      }
    }
  });

  it("refuses a file beyond the limit without reading it whole", async () => {
    const path = join(temporaryDirectory(), "huge.xml");
    writeFileSync(path, "<processManager>");
    truncateSync(path, 1024 * sourceLimits.fileBytes);
    await expect(readSourceFile(path)).rejects.toMatchObject({
      code: "ERR_DPM_CONFIG_TOO_LARGE",
      message: `the configuration file ${path} has more than 16777216 bytes`,
    });
  });

  it("looks at the extension before it opens the file", async () => {
    await expect(readSourceFile("/no/such/file.conf")).rejects.toMatchObject({
      code: "ERR_DPM_CONFIG_UNKNOWN_FORMAT",
    });
  });
});
