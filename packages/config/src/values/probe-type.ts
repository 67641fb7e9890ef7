import { formatDuration } from "@dpm/units";
import type { Probe, ProbeCheck } from "../model/process-values.ts";
import { durationType, integerType } from "./number-types.ts";
import { pathType } from "./plain-types.ts";
import { scalarType } from "./scalar-type.ts";
import { type Argv, shellWordsType, writeWords } from "./shell-words.ts";
import { structType } from "./struct-type.ts";
import { urlType } from "./url-type.ts";
import type { ValueType } from "./value-type.ts";

interface HostAndPort {
  readonly host: string;
  readonly port: number;
}

const hostAndPortShape = /^(?:\[(?<v6>[0-9a-f:.]+)\]:|(?<host>[^\s:/[\]]+):)?(?<port>\d{1,5})$/iu;

const hostAndPortType: ValueType<HostAndPort> = scalarType({
  name: "host:port",
  phrase: "a port, or a host and a port",
  example: "127.0.0.1:8080",
  parse: (text) => {
    const { v6, host, port } = hostAndPortShape.exec(text.trim())?.groups ?? {};
    const number = Number(port);
    return number >= 1 && number <= 65_535
      ? { host: v6 ?? host ?? "127.0.0.1", port: number }
      : undefined;
  },
  write: ({ host, port }) =>
    host.includes(":") ? `[${host}]:${String(port)}` : `${host}:${String(port)}`,
  schema: { type: ["string", "integer"] },
});

interface ProbeFields {
  readonly exec: Argv;
  readonly tcp: HostAndPort;
  readonly http: string;
  readonly heartbeat: string;
  readonly initialDelay: number;
  readonly period: number;
  readonly timeout: number;
  readonly successThreshold: number;
  readonly failureThreshold: number;
}

const thresholdType = integerType({ min: 1, max: 1_000_000 });
const periodType = durationType({ minMs: 10, finite: true });

/** A question that is asked of a process again and again. */
export function probeType(defaults: { readonly periodMs: number }): ValueType<Probe> {
  return structType<ProbeFields, Probe>({
    name: "probe",
    owner: "a probe",
    example: 'http="http://127.0.0.1:8080/health" period="5s"',
    fields: {
      exec: { type: shellWordsType, doc: "Well when this command ends with 0." },
      tcp: {
        type: hostAndPortType,
        doc: "Well when this port accepts a connection; the host is 127.0.0.1 when absent.",
      },
      http: {
        type: urlType,
        doc: "Well when a GET of this address answers with a status from 200 to 399.",
      },
      heartbeat: {
        type: pathType,
        doc: "Well while this file was touched within the period times the failure threshold.",
      },
      initialDelay: {
        type: durationType({ finite: true }),
        doc: "Wait before the first question.",
        default: 0,
      },
      period: { type: periodType, doc: "Time between questions.", default: defaults.periodMs },
      timeout: {
        type: periodType,
        doc: "An answer that takes longer is a failure.",
        default: 1000,
      },
      successThreshold: {
        type: thresholdType,
        doc: "So many good answers in a row make it well.",
        default: 1,
      },
      failureThreshold: {
        type: thresholdType,
        doc: "So many bad answers in a row make it unwell.",
        default: 3,
      },
    },
    build: (values, { complain }) => {
      const check = onlyCheck(values);
      if (check === undefined) {
        return complain(
          "a probe needs exactly one of exec, tcp, http and heartbeat",
          'for example tcp="8080"',
        );
      }
      const {
        initialDelay = 0,
        period = 0,
        timeout = 0,
        successThreshold = 1,
        failureThreshold = 1,
      } = values;
      return {
        check,
        initialDelayMs: initialDelay,
        periodMs: period,
        timeoutMs: timeout,
        successThreshold,
        failureThreshold,
      };
    },
    write: (probe) =>
      [
        writeCheck(probe.check),
        `initialDelay="${formatDuration(probe.initialDelayMs)}"`,
        `period="${formatDuration(probe.periodMs)}"`,
        `timeout="${formatDuration(probe.timeoutMs)}"`,
        `successThreshold="${String(probe.successThreshold)}"`,
        `failureThreshold="${String(probe.failureThreshold)}"`,
      ].join(" "),
  });
}

function onlyCheck(values: { readonly [K in keyof ProbeFields]: ProbeFields[K] | undefined }):
  | ProbeCheck
  | undefined {
  const checks: ProbeCheck[] = [];
  if (values.exec !== undefined) {
    checks.push({ kind: "exec", argv: values.exec });
  }
  if (values.tcp !== undefined) {
    checks.push({ kind: "tcp", ...values.tcp });
  }
  if (values.http !== undefined) {
    checks.push({ kind: "http", url: values.http });
  }
  if (values.heartbeat !== undefined) {
    checks.push({ kind: "heartbeat", file: values.heartbeat });
  }
  return checks.length === 1 ? checks[0] : undefined;
}

function writeCheck(check: ProbeCheck): string {
  switch (check.kind) {
    case "exec":
      return `exec="${writeWords(check.argv)}"`;
    case "tcp":
      return `tcp="${hostAndPortType.write(check)}"`;
    case "http":
      return `http="${check.url}"`;
    case "heartbeat":
      return `heartbeat="${check.file}"`;
  }
}
