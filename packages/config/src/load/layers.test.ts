import { describe, expect, test } from "vitest";
import {
  load,
  loadProcess,
  processOf,
  refusalOf,
  type Scene,
  xml,
} from "../../test/support/configuration-files.ts";

const allLayers: Scene = {
  files: {
    "pmd.xml": xml(`
      <settings logLevel="warn"/>
      <defaults stopTimeout="1s"/>
      <group id="g" stopTimeout="2s"><process id="a" command="x" stopTimeout="3s"/></group>`),
    "pmd.local.xml": xml(`<settings logLevel="error"/><process id="a" stopTimeout="4s"/>`),
  },
  environment: { DPM_PROCESS_A_STOP_TIMEOUT: "5s", DPM_SETTING_LOG_LEVEL: "debug" },
  overrides: { settings: { logLevel: "trace" } },
};

describe("layers", () => {
  test("hide each other in the documented order, and the origin tells all of them", async () => {
    const { values, origins } = await loadProcess(allLayers);
    expect(values.stopTimeout).toBe(5000);
    expect(origins["stopTimeout"]).toMatchObject({
      layer: "environment",
      at: null,
      variable: "DPM_PROCESS_A_STOP_TIMEOUT",
      hides: [
        { layer: "local", value: "4s" },
        { layer: "process", value: "3s", at: { line: 4 } },
        { layer: "group", value: "2s", at: { line: 4 } },
        { layer: "defaults", value: "1s", at: { line: 3 } },
      ],
    });
    expect(origins["priority"]).toEqual({ layer: "built-in", at: null, variable: null, hides: [] });
  });

  test.each([
    [4, "5s"],
    [3, "4s"],
    [2, "3s"],
    [1, "2s"],
    [0, "1s"],
  ])(
    "the strongest of the first %i that set a key above the defaults wins: %s",
    async (count, expected) => {
      const [group, own, local, variable] = [count > 0, count > 1, count > 2, count > 3];
      const { origins, values } = await loadProcess({
        files: {
          "pmd.xml":
            xml(`<defaults stopTimeout="1s"/><group id="g" ${group ? 'stopTimeout="2s"' : ""}>
          <process id="a" command="x" ${own ? 'stopTimeout="3s"' : ""}/></group>`),
          "pmd.local.xml": xml(`<process id="a" ${local ? 'stopTimeout="4s"' : ""}/>`),
        },
        environment: variable ? { DPM_PROCESS_A_STOP_TIMEOUT: "5s" } : {},
      });
      expect(values.stopTimeout).toBe(Number.parseInt(expected, 10) * 1000);
      expect(origins["stopTimeout"]?.hides).toHaveLength(count);
    },
  );

  test("of the settings end with the command line", async () => {
    const { settings } = await load(allLayers);
    expect(settings.values.logLevel).toBe("trace");
    expect(settings.origins.logLevel).toMatchObject({
      layer: "command-line",
      hides: [{ layer: "environment" }, { layer: "local" }, { layer: "settings", value: "warn" }],
    });
  });

  test("merge variables by name and replace every other list", async () => {
    const { environment, values, origins } = await loadProcess({
      files: {
        "pmd.xml": xml(`
          <defaults exitCodes="0 1"><environment name="A" value="defaults"/><environment name="B" value="defaults"/></defaults>
          <group id="g"><environment name="B" value="group"/><environment name="C" value="group"/>
            <process id="a" command="x" exitCodes="2"><environment name="C" value="own"/></process>
          </group>`),
      },
      environment: { DPM_PROCESS_A_ENVIRONMENT: "D=variable\nE=x=y" },
    });
    expect(environment).toEqual({ A: "defaults", B: "group", C: "own", D: "variable", E: "x=y" });
    expect(values.exitCodes).toEqual([2]);
    expect(origins["environment.B"]).toMatchObject({
      layer: "group",
      hides: [{ layer: "defaults", value: "defaults" }],
    });
    expect(origins["environment.D"]).toMatchObject({
      layer: "environment",
      variable: "DPM_PROCESS_A_ENVIRONMENT",
    });
  });
});

describe("the local override", () => {
  test("may have another format than the main file, and defines processes that only it has", async () => {
    const configuration = await load({
      files: {
        "pmd.xml": xml(`<process id="a" command="x"/>`),
        "pmd.local.yaml":
          "settings: { logLevel: debug }\nprocess:\n  a: { nice: 5 }\n  b: { command: sleep 1 }\n",
      },
    });
    expect(configuration.settings.values.logLevel).toBe("debug");
    expect(processOf(configuration).values.nice).toBe(5);
    expect(processOf(configuration, "b").argv).toEqual(["sleep", "1"]);
    expect(configuration.local?.format).toBe("yaml");
    expect(configuration.files).toHaveLength(2);
  });

  test("replaces defaults and groups where they are, below a process' own values", async () => {
    const configuration = await load({
      files: {
        "pmd.xml": xml(
          `<defaults nice="1" priority="1"/><group id="g" umask="011"><process id="a" command="x" priority="2"/></group>`,
        ),
        "pmd.local.xml": xml(`<defaults nice="3" priority="3"/><group id="g" umask="033"/>`),
      },
    });
    expect(processOf(configuration).values).toMatchObject({ nice: 3, priority: 2, umask: 0o033 });
  });

  test("may move a process into a group", async () => {
    const process = await loadProcess({
      files: {
        "pmd.xml": xml(`<process id="a" command="x"/>`),
        "pmd.local.xml": xml(`<group id="g" nice="4"><process id="a"/></group>`),
      },
    });
    expect(process).toMatchObject({ group: "g", values: { nice: 4 } });
  });

  test("cannot include, and there is only one", async () => {
    const main = xml(`<process id="a" command="x"/>`);
    expect(
      await refusalOf({
        files: { "pmd.xml": main, "pmd.local.xml": xml(`<include>x.xml</include>`) },
      }),
    ).toEqual([expect.stringContaining("a local override cannot include other files")]);
    expect(
      await refusalOf({
        files: { "pmd.xml": main, "pmd.local.json": "{}", "pmd.local.xml": "<processManager/>" },
      }),
    ).toEqual([expect.stringContaining("there is another local override, pmd.local.json")]);
  });
});

describe("the daemon's environment", () => {
  const files = {
    "pmd.xml": xml(
      `<process id="web-1.a" command="x"/><process id="api" command="x"/><process id="w" numProcs="2" command="x"/>`,
    ),
  };

  test("sets keys of processes whose ids have dashes and dots", async () => {
    const configuration = await load({
      files,
      environment: { DPM_PROCESS_WEB_1_A_STOP_SIGNAL: "int" },
    });
    expect(processOf(configuration, "web-1.a").values.stopSignal).toBe("SIGINT");
    expect(processOf(configuration, "api").values.stopSignal).toBe("SIGTERM");
  });

  test("sets several addresses at once", async () => {
    const { settings } = await load({
      files,
      environment: { DPM_SETTING_LISTEN: "127.0.0.1:1 unix:/run/x" },
    });
    expect(settings.values.listen.map(({ address }) => address)).toEqual([
      "127.0.0.1:1",
      "unix:/run/x",
    ]);
  });

  test("sets all instances of a scaled process", async () => {
    const { processes } = await load({ files, environment: { DPM_PROCESS_W_NICE: "3" } });
    expect(processes.filter(({ values }) => values.nice === 3).map(({ id }) => id)).toEqual([
      "w-0",
      "w-1",
    ]);
  });

  test("may have what pmd itself and its hooks use, and what is not ours", async () => {
    const environment = {
      DPM_CONFIG: "/x",
      DPM_STATE_DIR: "/y",
      DPM_EVENT: "on_exit",
      DPMX: "1",
      PATH: "/bin",
    };
    expect((await load({ files, environment })).processes).toHaveLength(4);
  });

  test.each([
    ["DPM_SETTING_LOG_LEVLE", "did you mean DPM_SETTING_LOG_LEVEL?"],
    ["DPM_PROCESS_API_STOP_TIMOUT", "did you mean DPM_PROCESS_API_STOP_TIMEOUT?"],
    ["DPM_PROCESS_APY_NICE", "did you mean DPM_PROCESS_API_NICE?"],
    ["DPM_STATE_DIRR", "did you mean DPM_STATE_DIR?"],
    ["DPM_NONSENSE_AT_ALL", "no setting and no key of a process is called by this variable"],
  ])("refuses %s: %s", async (name, message) => {
    const lines = await refusalOf({ files, environment: { [name]: "1" } });
    expect(lines).toEqual([expect.stringContaining(`environment variable ${name}:1:1: `)]);
    expect(lines[0]).toContain(message);
  });

  test("refuses a variable that could mean two processes", async () => {
    const twins = {
      "pmd.xml": xml(`<process id="a-b" command="x"/><process id="a.b" command="x"/>`),
    };
    expect(await refusalOf({ files: twins, environment: { DPM_PROCESS_A_B_NICE: "1" } })).toEqual([
      "environment variable DPM_PROCESS_A_B_NICE:1:1: it may mean nice of a-b or nice of a.b (set the key in a file instead)",
    ]);
  });

  test("refuses a wrong value, naming the variable", async () => {
    expect(await refusalOf({ files, environment: { DPM_PROCESS_API_NICE: "99" } })).toEqual([
      'environment variable DPM_PROCESS_API_NICE:1:1: "99" is not an integer from -20 to 19 (for example 1)',
    ]);
  });
});

test("an unknown setting of the command line is refused with the nearest one", async () => {
  expect(
    await refusalOf({
      files: { "pmd.xml": xml("") },
      overrides: { settings: { loglevel: "info" } },
    }),
  ).toEqual(['command line:1:1: there is no setting "loglevel" (did you mean logLevel?)']);
});

test("addresses of the command line replace the configured ones", async () => {
  const { settings } = await load({
    files: { "pmd.xml": xml(`<settings><listen>127.0.0.1:1</listen></settings>`) },
    overrides: { settings: { listen: ["127.0.0.1:2", "127.0.0.1:0"] } },
  });
  expect(settings.values.listen.map(({ address }) => address)).toEqual([
    "127.0.0.1:2",
    "127.0.0.1:0",
  ]);
});

test("an address of the command line that needs credentials has those of the one configured listener", async () => {
  const listener = (attributes: string): string =>
    `<listen address="tls://127.0.0.1:1" ${attributes}/>`;
  const one = listener('certificate="server.pem" key="server.key" clientCa="ca.pem"');
  const start = (listeners: string, ...listen: string[]) => ({
    files: { "pmd.xml": xml(`<settings>${listeners}</settings>`) },
    overrides: { settings: { listen } },
  });
  const { settings } = await load(start(one, "tls://127.0.0.1:2", "127.0.0.1:3"));
  expect(settings.values.listen).toMatchObject([
    { address: "tls://127.0.0.1:2", certificate: expect.stringMatching(/\/server\.pem$/) },
    { address: "127.0.0.1:3", certificate: null },
  ]);
  expect(settings.values.listen[0]?.clientCa).toMatch(/\/ca\.pem$/);
  expect(await refusalOf(start("", "tls://127.0.0.1:2"))).toMatchObject([
    expect.stringContaining("TLS needs certificate and key"),
  ]);
  const two = one + listener('certificate="other.pem" key="other.key"');
  expect(await refusalOf(start(two, "tls://127.0.0.1:2"))).toHaveLength(1);
});

test.each([
  ["pmd.yaml", "process:\n"],
  ["pmd.yaml", "process: {}\ngroup: {}\n"],
  ["pmd.json", '{ "process": {} }'],
  ["pmd.toml", "[process]\n"],
])("%s with %j defines no process and is right", async (name, text) => {
  const { processes } = await load({ files: { [name]: text } });
  expect(processes).toEqual([]);
});

test("null gives a key no value, so the weaker layer speaks, and leaves a variable empty", async () => {
  const process = { command: "x", enabled: "no", nice: null, environment: { B: null, C: "1" } };
  const files = {
    "pmd.json": JSON.stringify({ defaults: { nice: 3 }, process: { a: process } }),
  };
  const { values, environment } = await loadProcess({ files });
  expect(values).toMatchObject({ enabled: false, nice: 3 });
  expect(environment).toEqual({ B: "", C: "1" });
});
