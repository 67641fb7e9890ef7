import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  load,
  loadProcess,
  processOf,
  refusalOf,
  writeFiles,
  xml,
} from "../../test/support/configuration-files.ts";
import { loadConfiguration } from "./load-configuration.ts";

const sample = `<!-- A comment before everything else. -->
<processManager>
  <settings><listen>127.0.0.1:8988</listen><logLevel>info</logLevel></settings>
  <include>conf.d/*.xml</include>
  <defaults stopTimeout="10s"/>
  <group id="web" restart="always"><process id="id0" command="sleep 1000"/></group>
  <process id="off" command="sleep 1003" enabled="false"/>
  <process id="api" command="python3 -m http.server 8080" directory="/srv" restart="on-failure">
    <environment name="PORT" value="8080"/><arg>--bind</arg><arg>127.0.0.1</arg>
  </process>
</processManager>
`;

describe("a whole configuration", () => {
  test("has every process with its effective values", async () => {
    const configuration = await load(sample);
    expect(configuration.processes.map(({ id, group }) => [id, group])).toEqual([
      ["api", null],
      ["id0", "web"],
      ["off", null],
    ]);
    expect(processOf(configuration, "api")).toMatchObject({
      argv: ["python3", "-m", "http.server", "8080", "--bind", "127.0.0.1"],
      environment: { PORT: "8080" },
      values: {
        directory: "/srv",
        restart: "on-failure",
        stopTimeout: 10_000,
        command: "python3 -m http.server 8080",
      },
    });
    expect(processOf(configuration, "id0").values.restart).toBe("always");
    expect(processOf(configuration, "off").values.enabled).toBe(false);
    expect(configuration.settings.values).toMatchObject({
      logLevel: "info",
      listen: [{ address: "127.0.0.1:8988" }],
    });
    expect(configuration.groups).toEqual(["web"]);
  });

  test("keeps scalars as attributes and as elements apart from nothing", async () => {
    const asElement = await loadProcess(
      xml(`<process><id>a</id><command>sleep 1</command><priority>5</priority></process>`),
    );
    expect(asElement).toMatchObject({ id: "a", argv: ["sleep", "1"], values: { priority: 5 } });
  });

  test("sorts processes as people count, wherever they are defined", async () => {
    const { processes } = await load(
      xml(
        `<process id="w-10" command="x"/><process id="w-9" command="x"/><group id="g"><process id="b" command="x"/></group>`,
      ),
    );
    expect(processes.map(({ id }) => id)).toEqual(["b", "w-9", "w-10"]);
  });

  test("may be empty", async () => {
    expect((await load("<processManager/>")).processes).toEqual([]);
  });

  test("that does not exist is told apart from one that is wrong", async () => {
    const file = join(writeFiles({}), "pmd.xml");
    await expect(loadConfiguration({ file, environment: {} })).rejects.toMatchObject({
      code: "ERR_DPM_CONFIG_NOT_FOUND",
    });
  });
});

describe("what is wrong", () => {
  test("is told with file, line and column, all of it at once, in order", async () => {
    const lines = await refusalOf({
      files: {
        "pmd.xml": `<processManager>
  <include>conf.d/*.xml</include>
  <settings logLevle="info"/>
  <process id="a" command="sleep 1" stopTimeout="10 sconds"/>
  <process id="b" comand="sleep 1"/>
</processManager>`,
        "conf.d/a.xml": `<processManager><process id="c" command="x" priority="high"/></processManager>`,
        "conf.d/b.xml": `<processManager><process id="d" command="x"></processManager>`,
      },
    });
    expect(lines).toEqual([
      `conf.d/a.xml:1:54: "high" is not an integer from -1000000 to 1000000 (for example 1)`,
      expect.stringMatching(/^conf\.d\/b\.xml:1:\d+: /u),
      `pmd.xml:3:13: settings has no key "logLevle" (did you mean logLevel?)`,
      `pmd.xml:4:49: "10 sconds" is not a duration (for example 500ms, 10s, 5min 20s or infinity)`,
      `pmd.xml:5:15: the process b has no command (for example command="sleep 1000")`,
      `pmd.xml:5:19: a process has no key "comand" (did you mean command?)`,
    ]);
  });

  test.each([
    [
      `<process id="a" command="x"/><process id="a" command="y"/>`,
      `1:58: the id a is given twice, first at pmd.xml:1:29`,
    ],
    [`<process id="-a" command="x"/>`, `1:29: "-a" cannot be the id of a process`],
    [`<process id="${"a".repeat(65)}" command="x"/>`, `cannot be the id of a process`],
    [`<process command="x"/>`, `1:17: this process has no id`],
    [`<process id="a" command="x" group="a b"/>`, `this cannot be the name of a group`],
    [
      `<group id="g"><process id="a" command="x" group="h"/></group>`,
      `the process stands in the group g and names the group h`,
    ],
    [
      `<process id="a" command="x"><command>y</command></process>`,
      `command is given twice, first at pmd.xml:1:33`,
    ],
    [`<process id="a" command=" "/>`, `" " is not a command`],
    [`<process id="a" command="echo 'x"/>`, `the command has a quote that is never closed`],
    [`<process id="a" command="''"/>`, `the command is empty`],
    [
      `<process id="a" command="x">words</process>`,
      `text stands in a process where only keys belong`,
    ],
    [`<defaults>words</defaults>`, `1:27: defaults consists of keys with values`],
    [
      `<process id="a" command="x"><stopTimeout><x>1</x></stopTimeout></process>`,
      `an element with keys stands where a duration belongs`,
    ],
    [`<proces id="a" command="x"/>`, `a configuration has no key "proces" (did you mean process?)`],
    [`<group><process id="a" command="x"/></group>`, `this group has no id`],
  ])("in %s is told: %s", async (content, problem) => {
    expect((await refusalOf(xml(content))).join("\n")).toContain(problem);
  });
});

describe("very many problems", () => {
  test("are counted, and as many are told as a person reads and an answer holds", async () => {
    const content = Array.from(
      { length: 5000 },
      (_, n) => `<process id="p${String(n)}" command="x" requires="nobody-${String(n)}"/>`,
    );
    const lines = await refusalOf(xml(content.join("\n")));
    expect(lines).toHaveLength(101);
    expect(lines.at(-1)).toBe("and 4900 more");
  });
});

describe("a value that takes another one away", () => {
  test("is not read as no value", async () => {
    const process = await loadProcess(
      xml(
        `<defaults startLimit="5/60s"/><process id="a" command="x" startLimit="none" restartBurst="none"/>`,
      ),
    );
    expect(process.values).toMatchObject({ startLimit: null, restartBurst: null });
  });
});

describe("numProcs", () => {
  test("makes that many instances, which know their number", async () => {
    const { processes } = await load(
      xml(
        `<process id="w" numProcs="3" command="serve \${INSTANCE} \${ID}"><environment name="N" value="\${INSTANCE}"/></process>`,
      ),
    );
    expect(
      processes.map(({ id, baseId, instance, argv, environment }) => ({
        id,
        baseId,
        instance,
        argv,
        environment,
      })),
    ).toEqual(
      [0, 1, 2].map((instance) => ({
        id: `w-${String(instance)}`,
        baseId: "w",
        instance,
        argv: ["serve", String(instance), `w-${String(instance)}`],
        environment: { N: String(instance) },
      })),
    );
  });

  test("of 1 leaves the id as it is", async () => {
    expect(
      (await loadProcess(xml(`<process id="a" numProcs="1" command="x \${INSTANCE}"/>`))).argv,
    ).toEqual(["x", "0"]);
  });

  test("may come from a layer below and from a variable", async () => {
    const { processes } = await load({
      files: { "pmd.xml": xml(`<defaults numProcs="\${COUNT}"/><process id="a" command="x"/>`) },
      environment: { COUNT: "2" },
    });
    expect(processes.map(({ id }) => id)).toEqual(["a-0", "a-1"]);
  });

  test("that takes the id of another process is refused, naming both places", async () => {
    expect(
      await refusalOf(
        xml(`<process id="w-1" command="x"/><process id="w" numProcs="2" command="x"/>`),
      ),
    ).toEqual([
      "pmd.xml:1:60: an instance of w would have the id w-1, which is taken at pmd.xml:1:29",
    ]);
  });

  test("that makes an id too long is refused", async () => {
    const id = "a".repeat(63);
    expect(await refusalOf(xml(`<process id="${id}" numProcs="2" command="x"/>`))).toHaveLength(2);
  });
});

describe("a command", () => {
  test.each([
    [`command="a 'b c' &quot;d e&quot; f\\ g"`, ["a", "b c", "d e", "f g"]],
    [`command="a" arg="--x y"`, ["a", "--x y"]],
    [`command="echo hi | wc" shell="true"`, ["/bin/sh", "-c", "echo hi | wc"]],
    [`command='echo "$1"' shell="true" arg="x"`, ["/bin/sh", "-c", 'echo "$1"', "sh", "x"]],
    [`command="echo $HOME $$ $1"`, ["echo", "$HOME", "$", "$1"]],
    [`command="run \${PATH_WITH_BLANKS}"`, ["run", "/a b/c"]],
    [`command="run '\${NONE:-two words}'"`, ["run", "two words"]],
  ])("%s is executed as %j", async (attributes, argv) => {
    const { argv: actual } = await loadProcess({
      files: { "pmd.xml": xml(`<process id="a" ${attributes}/>`) },
      environment: { PATH_WITH_BLANKS: "/a b/c" },
    });
    expect(actual).toEqual(argv);
  });
});

describe("variables", () => {
  test("that are not set are refused where they stand, unless they have a default", async () => {
    expect(
      await refusalOf(
        xml(`<process id="a" command="x" user="\${NOBODY}" directory="\${D:-/tmp}"/>`),
      ),
    ).toEqual([
      "pmd.xml:1:50: the variable NOBODY is not set (set it for pmd, or write ${NOBODY:-default})",
    ]);
  });

  test("do not matter in a value that a stronger layer hides", async () => {
    const process = await loadProcess(
      xml(`<defaults user="\${NOBODY}"/><process id="a" command="x" user="root"/>`),
    );
    expect(process.values.user).toBe("root");
  });

  test("work in every type of value", async () => {
    const { values } = await loadProcess({
      files: {
        "pmd.xml": xml(
          `<process id="a" command="x" priority="\${P}" stopTimeout="\${T}s" exitCodes="\${C} 3"><readiness tcp="\${PORT}"/></process>`,
        ),
      },
      environment: { P: "5", T: "7", C: "0, 2", PORT: "80" },
    });
    expect(values).toMatchObject({ priority: 5, stopTimeout: 7000, exitCodes: [0, 2, 3] });
    expect(values.readiness?.check).toEqual({ kind: "tcp", host: "127.0.0.1", port: 80 });
  });

  test("ID and GROUP are those of the process that reads a shared value", async () => {
    const configuration = await load(
      xml(`<defaults stdoutLogfile="/log/\${GROUP:-none}/\${ID}.log"/><process id="a" command="x"/>
           <group id="g"><process id="b" command="x"/></group>`),
    );
    expect(configuration.processes.map(({ values }) => values.stdoutLogfile)).toEqual([
      "/log/none/a.log",
      "/log/g/b.log",
    ]);
  });

  test("that are malformed are refused", async () => {
    expect(await refusalOf(xml(`<process id="a" command="x" user="\${a-b}"/>`))).toEqual([
      'pmd.xml:1:50: "${a-b}" is not a variable (write ${NAME}, ${NAME:-default}, or $$ for a dollar sign)',
    ]);
  });
});

describe("paths", () => {
  test("start at the folder of the file that they stand in", async () => {
    const folder = writeFiles({
      "pmd.xml": xml(
        `<include>conf.d/*.xml</include><settings logFile="pmd.log"/><defaults stderrLogfile="err.log"/>`,
      ),
      "conf.d/a.xml": xml(`<process id="a" command="x" directory="." stdoutLogfile="../out.log"/>`),
    });
    const configuration = await loadConfiguration({
      file: join(folder, "pmd.xml"),
      environment: {},
    });
    expect(processOf(configuration).values).toMatchObject({
      directory: join(folder, "conf.d"),
      stdoutLogfile: join(folder, "out.log"),
      stderrLogfile: join(folder, "err.log"),
    });
    expect(configuration.settings.values.logFile).toBe(join(folder, "pmd.log"));
  });
});

describe("envFile", () => {
  test("gives variables that environment overrides, later files over earlier ones", async () => {
    const { environment, values } = await loadProcess({
      files: {
        "pmd.xml": xml(
          `<process id="a" command="x"><envFile>one.env</envFile><envFile>two.env</envFile><environment name="C" value="own"/></process>`,
        ),
        "one.env": `# comment\nA=1\nexport B="quoted value"\nC=file\n\nD='single'\n`,
        "two.env": "A=2\r\nE=a=b # kept\r\n",
      },
    });
    expect(environment).toEqual({
      A: "2",
      B: "quoted value",
      C: "own",
      D: "single",
      E: "a=b # kept",
    });
    expect(values.environment).toEqual({ C: "own" });
  });

  test("that is missing or malformed is refused", async () => {
    expect(
      await refusalOf({
        files: {
          "pmd.xml": xml(
            `<process id="a" command="x" envFile="none.env"/><process id="b" command="x" envFile="bad.env"/>`,
          ),
          "bad.env": "GOOD=1\nbad line\n1X=2\n",
        },
      }),
    ).toEqual([
      "bad.env:2:1: this line is not a variable (for example PORT=8080)",
      "bad.env:3:1: this line is not a variable (for example PORT=8080)",
      expect.stringContaining("pmd.xml:1:45: envFile: "),
    ]);
  });
});

test("the fingerprint changes with every effect and with nothing else", async () => {
  const folder = writeFiles({ "pmd.xml": "" });
  const fingerprint = async (content: string): Promise<string> => {
    const file = join(folder, "pmd.xml");
    writeFileSync(file, xml(content));
    return (await loadConfiguration({ file, environment: {} })).fingerprint;
  };
  const base = await fingerprint(`<process id="a" command="x" exitCodes="0"/>`);
  expect(
    await fingerprint(`<!-- x --><defaults stopTimeout="10s"/><process command="x" id="a"/>`),
  ).toBe(base);
  expect(await fingerprint(`<process id="a" command="x" stopTimeout="infinity"/>`)).not.toBe(base);
  expect(await fingerprint(`<process id="a" command="x"/><process id="b" command="x"/>`)).not.toBe(
    base,
  );
  expect(await fingerprint(`<settings logLevel="debug"/><process id="a" command="x"/>`)).not.toBe(
    base,
  );
});
