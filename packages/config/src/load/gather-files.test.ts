import { chmodSync, chownSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  load,
  processOf,
  refusalOf,
  writeFiles,
  xml,
} from "../../test/support/configuration-files.ts";
import { loadConfiguration } from "./load-configuration.ts";

const one = (id: string): string => xml(`<process id="${id}" command="x"/>`);

describe("includes", () => {
  test("are patterns relative to the including file, nested, of any format, sorted", async () => {
    const configuration = await load({
      files: {
        "pmd.xml": xml(`<include>conf.d/*</include><include>extra/more.xml</include>`),
        "conf.d/b.xml": xml(`<include>sub/*.yaml</include><process id="b" command="x"/>`),
        "conf.d/a.toml": `[[process]]\nid = "a"\ncommand = "x"\n`,
        "conf.d/sub/c.yaml": "process: { c: { command: x } }\n",
        "extra/more.xml": one("d"),
      },
    });
    expect(configuration.processes.map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
    expect(configuration.files.map(({ path }) => path.split("/").at(-1))).toEqual([
      "pmd.xml",
      "a.toml",
      "b.xml",
      "c.yaml",
      "more.xml",
    ]);
  });

  test("may match nothing, but a plain path has to exist", async () => {
    expect((await load(xml(`<include>none.d/*.xml</include>`))).processes).toEqual([]);
    expect(await refusalOf(xml(`<include>none.xml</include>`))).toEqual([
      expect.stringMatching(/^pmd\.xml:1:26: .*none\.xml/u),
    ]);
  });

  test("read a file once, also when two patterns find it or a link leads there", async () => {
    const { processes } = await load({
      files: {
        "pmd.xml": xml(
          `<include>conf.d/*.xml</include><include>conf.d/a*</include><include>conf.d/a.xml</include>`,
        ),
        "conf.d/a.xml": one("a"),
      },
    });
    expect(processes).toHaveLength(1);
  });

  test("that lead back are refused, showing the way", async () => {
    expect(
      await refusalOf({
        files: {
          "pmd.xml": xml(`<include>a.xml</include>`),
          "a.xml": xml(`<include>b.xml</include>`),
          "b.xml": xml(`<include>a.xml</include>`),
        },
      }),
    ).toEqual([
      "b.xml:1:26: the include leads back to a file that is being read: pmd.xml includes a.xml includes b.xml includes a.xml",
    ]);
    expect(await refusalOf(xml(`<include>*.xml</include>`))).toEqual([
      "pmd.xml:1:26: the include leads back to a file that is being read: pmd.xml includes pmd.xml",
    ]);
  });

  test("that lead through a folder linking to itself come to an end", async () => {
    const folder = writeFiles({
      "pmd.xml": xml(`<include>d/a.xml</include>`),
      "d/a.xml": xml(`<include>d/a.xml</include>`),
    });
    symlinkSync(".", join(folder, "d", "d"));
    await expect(
      loadConfiguration({ file: join(folder, "pmd.xml"), environment: {} }),
    ).rejects.toMatchObject({
      code: "ERR_DPM_CONFIG_INVALID",
    });
  });

  test("may have variables in their patterns, and refuse files of unknown formats", async () => {
    const files = { "pmd.xml": xml(`<include>\${SITE}/*.xml</include>`), "x/a.xml": one("a") };
    expect(processOf(await load({ files, environment: { SITE: "x" } })).id).toBe("a");
    expect(
      await refusalOf({ files: { "pmd.xml": xml(`<include>a.ini</include>`), "a.ini": "" } }),
    ).toEqual([expect.stringContaining("pmd.xml:1:26: ")]);
    expect(await refusalOf(xml(`<include> </include>`))).toEqual([
      expect.stringContaining("the include is empty"),
    ]);
  });

  test("do not read the local override as one of them", async () => {
    const configuration = await load({
      files: {
        "main.xml": xml(
          `<include>[p]md*.xml</include><include>main.local*</include><process id="a" command="x"/>`,
        ),
        "main.local.xml": xml(`<process id="a" nice="1"/>`),
      },
    });
    expect(processOf(configuration).values.nice).toBe(1);
  });
});

describe("the same key in one layer in several files", () => {
  test("may have the same value, so that groups and defaults can be spread", async () => {
    const configuration = await load({
      files: {
        "pmd.xml": xml(
          `<include>b.xml</include><defaults nice="1"/><group id="g" restart="always"><process id="a" command="x"/></group>`,
        ),
        "b.xml": xml(
          `<defaults nice="+1" umask="022"/><group id="g" autorestart="true"><process id="b" command="x"/></group>`,
        ),
      },
    });
    expect(
      configuration.processes.map(({ group, values }) => [
        group,
        values.restart,
        values.nice,
        values.umask,
      ]),
    ).toEqual([
      ["g", "always", 1, 0o022],
      ["g", "always", 1, 0o022],
    ]);
  });

  test("is refused with another value, naming both places", async () => {
    expect(
      await refusalOf({
        files: {
          "pmd.xml": xml(`<include>b.xml</include><defaults nice="1"/>`),
          "b.xml": xml(`<defaults nice="2"/>`),
        },
      }),
    ).toEqual(["b.xml:1:27: nice is given another value already at pmd.xml:1:51"]);
  });
});

describe.skipIf(process.platform === "win32")("a file that others may write", () => {
  test.each(["pmd.xml", "conf.d/a.xml", "pmd.local.xml", "a.env"])(
    "is refused with the command that helps: %s",
    async (name) => {
      const folder = writeFiles({
        "pmd.xml": xml(`<include>conf.d/*.xml</include>`),
        "conf.d/a.xml": xml(`<process id="a" command="x" envFile="../a.env"/>`),
        "pmd.local.xml": xml(""),
        "a.env": "A=1\n",
      });
      const path = join(folder, name);
      chmodSync(path, 0o646);
      await expect(
        loadConfiguration({ file: join(folder, "pmd.xml"), environment: {} }),
      ).rejects.toMatchObject({
        code: "ERR_DPM_CONFIG_INVALID",
        message: `${path}:1:1: every user may write this file (mode 0646) (chmod o-w ${path})`,
      });
      chmodSync(path, 0o644);
      expect(
        (await loadConfiguration({ file: join(folder, "pmd.xml"), environment: {} })).processes,
      ).toHaveLength(1);
    },
  );
});

describe.skipIf(process.geteuid?.() !== 0)("under a daemon of root", () => {
  test("a file that a group other than root's may write is refused, and root's own group may write", async () => {
    const folder = writeFiles({ "pmd.xml": one("a") });
    const path = join(folder, "pmd.xml");
    chmodSync(path, 0o664);
    expect((await loadConfiguration({ file: path, environment: {} })).processes).toHaveLength(1);
    chownSync(path, 0, 4242);
    chmodSync(path, 0o664);
    await expect(loadConfiguration({ file: path, environment: {} })).rejects.toMatchObject({
      message: `${path}:1:1: the group 4242 may write this file (mode 0664), and the daemon is root (chmod g-w ${path})`,
    });
  });
});
