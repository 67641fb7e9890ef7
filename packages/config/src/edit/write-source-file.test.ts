import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "@dpm/test-kit";
import { describe, expect, it } from "vitest";
import { readSourceFile } from "../source/read-source-file.ts";
import { replaceFile } from "./replace-file.ts";
import { writeSourceFile } from "./write-source-file.ts";

const before = "<processManager><!-- c --><a>1</a></processManager>\n";
const after = before.replace("1", "2");

function write(path: string, content = before): string {
  writeFileSync(path, content);
  return path;
}

describe("writeSourceFile", () => {
  it("replaces the file and gives it read again", async () => {
    const directory = temporaryDirectory();
    const path = write(join(directory, "pmd.xml"));
    const file = await readSourceFile(path);
    const { ino } = statSync(path);
    const written = await writeSourceFile(file, after);
    expect(readFileSync(path, "utf8")).toBe(after);
    expect(written).toEqual(await readSourceFile(path));
    expect(statSync(path).ino).not.toBe(ino);
    expect(readdirSync(directory)).toEqual(["pmd.xml"]);
  });

  it("can write again with what it gave back", async () => {
    const path = write(join(temporaryDirectory(), "pmd.xml"));
    const second = await writeSourceFile(await readSourceFile(path), after);
    await writeSourceFile(second, before);
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  it.each([0o600, 0o640, 0o666, 0o444])("keeps the mode %o", async (mode) => {
    const path = write(join(temporaryDirectory(), "pmd.xml"));
    chmodSync(path, mode);
    await writeSourceFile(await readSourceFile(path), after);
    expect(statSync(path).mode & 0o7777).toBe(mode);
  });

  it.skipIf(process.getuid?.() !== 0)("keeps the owner and the group, when it may", async () => {
    const path = write(join(temporaryDirectory(), "pmd.xml"));
    chownSync(path, 12345, 23456);
    await writeSourceFile(await readSourceFile(path), after);
    expect(statSync(path)).toMatchObject({ uid: 12345, gid: 23456 });
  });

  it("writes to the target of a symbolic link and leaves the link", async () => {
    const directory = temporaryDirectory();
    mkdirSync(join(directory, "real"));
    const target = write(join(directory, "real", "target.xml"));
    const link = join(directory, "pmd.xml");
    symlinkSync("real/target.xml", link);
    await writeSourceFile(await readSourceFile(link), after);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readlinkSync(link)).toBe("real/target.xml");
    expect(readFileSync(target, "utf8")).toBe(after);
    expect(readdirSync(join(directory, "real"))).toEqual(["target.xml"]);
  });

  it("shows an edit that was made on disk meanwhile, and does not overwrite it", async () => {
    const directory = temporaryDirectory();
    const path = write(join(directory, "pmd.xml"));
    const file = await readSourceFile(path);
    const elsewhere = before.replace("<!-- c -->", "\n<!-- mine -->\n");
    write(path, elsewhere);
    await expect(writeSourceFile(file, after)).rejects.toMatchObject({
      code: "ERR_DPM_CONFIG_CONFLICT",
      message: expect.stringContaining("+2: <!-- mine -->"),
      hint: expect.stringContaining("pmc config reload"),
    });
    expect(readFileSync(path, "utf8")).toBe(elsewhere);
    expect(readdirSync(directory)).toEqual(["pmd.xml"]);
  });

  it("takes a file that another one replaced for a conflict, even when it is not UTF-8", async () => {
    const directory = temporaryDirectory();
    const path = write(join(directory, "pmd.xml"));
    const file = await readSourceFile(path);
    writeFileSync(join(directory, "other"), Uint8Array.from([0xff]));
    renameSync(join(directory, "other"), path);
    await expect(writeSourceFile(file, after)).rejects.toMatchObject({
      code: "ERR_DPM_CONFIG_CONFLICT",
    });
  });

  it("does not bring back a file that was removed", async () => {
    const path = write(join(temporaryDirectory(), "pmd.xml"));
    const file = await readSourceFile(path);
    rmSync(path);
    await expect(writeSourceFile(file, after)).rejects.toMatchObject({
      code: "ERR_DPM_CONFIG_WRITE_FAILED",
      message: `${path} cannot be written: no such file or directory (ENOENT)`,
    });
    expect(existsSync(path)).toBe(false);
  });

  it("does not write a text that could not be read again", async () => {
    const path = write(join(temporaryDirectory(), "pmd.xml"));
    const file = await readSourceFile(path);
    await expect(writeSourceFile(file, "<broken")).rejects.toMatchObject({
      code: "ERR_DPM_CONFIG_INVALID",
    });
    expect(readFileSync(path, "utf8")).toBe(before);
  });
});

describe("replaceFile", () => {
  it("leaves the file as it was and nothing beside it when it is stopped before the end", async () => {
    const directory = temporaryDirectory();
    const path = write(join(directory, "pmd.xml"));
    const seen: string[][] = [];
    const { mode, uid, gid } = statSync(path);
    const beforeRename = (): Promise<void> => {
      seen.push(readdirSync(directory));
      return Promise.reject(new Error("stop"));
    };
    await expect(
      replaceFile(path, { content: after, mode, uid, gid, beforeRename }),
    ).rejects.toThrow("stop");
    expect(seen[0]).toHaveLength(2);
    expect(readdirSync(directory)).toEqual(["pmd.xml"]);
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  it("leaves nothing behind when the place turns out to be a folder", async () => {
    const directory = temporaryDirectory();
    const path = join(directory, "pmd.xml");
    mkdirSync(path);
    const { uid, gid } = statSync(path);
    const replacement = {
      content: after,
      mode: 0o600,
      uid,
      gid,
      beforeRename: () => Promise.resolve(),
    };
    await expect(replaceFile(path, replacement)).rejects.toMatchObject({ code: "EISDIR" });
    expect(readdirSync(directory)).toEqual(["pmd.xml"]);
  });
});
