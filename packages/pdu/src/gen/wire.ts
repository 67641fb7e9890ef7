// Generated from proto/ by scripts/generate.ts. Do not edit.
import type {
  Accepted,
  AcceptedInit,
  Assignment,
  AssignmentInit,
  Cancel,
  CancelInit,
  ChangedProcess,
  ChangedProcessInit,
  ConfigAddRequest,
  ConfigAddRequestInit,
  ConfigDeleteRequest,
  ConfigDeleteRequestInit,
  ConfigDisplayRequest,
  ConfigDisplayRequestInit,
  ConfigReloadRequest,
  ConfigReloadRequestInit,
  ConfigReport,
  ConfigReportInit,
  ConfigSetRequest,
  ConfigSetRequestInit,
  ConfigValidateRequest,
  ConfigValidateRequestInit,
  Credit,
  CreditInit,
  EditReport,
  EditReportInit,
  End,
  EndInit,
  ErrorPdu,
  ErrorPduInit,
  Exit,
  ExitInit,
  Frame,
  FrameInit,
  Hello,
  HelloInit,
  HiddenValue,
  HiddenValueInit,
  KeepAlive,
  KeepAliveInit,
  LogChunk,
  LogChunkInit,
  LogGap,
  LogGapInit,
  LogPosition,
  LogPositionInit,
  LogsRequest,
  LogsRequestInit,
  Origin,
  OriginInit,
  PingRequest,
  PingRequestInit,
  Problem,
  ProblemInit,
  ProcessConfig,
  ProcessConfigInit,
  ProcessResult,
  ProcessResultInit,
  ProcessResults,
  ProcessResultsInit,
  ProcessStatus,
  ProcessStatusInit,
  Proof,
  ProofInit,
  Refused,
  RefusedInit,
  ReloadReport,
  ReloadReportInit,
  Request,
  RequestInit,
  RestartRequest,
  RestartRequestInit,
  Result,
  ResultInit,
  ScaleRequest,
  ScaleRequestInit,
  Selector,
  SelectorInit,
  ServerReport,
  ServerReportInit,
  Setting,
  SettingDisplayRequest,
  SettingDisplayRequestInit,
  SettingInit,
  SettingReloadRequest,
  SettingReloadRequestInit,
  SettingReport,
  SettingReportInit,
  SettingSetRequest,
  SettingSetRequestInit,
  ShutdownRequest,
  ShutdownRequestInit,
  SignalRequest,
  SignalRequestInit,
  StartRequest,
  StartRequestInit,
  StopRequest,
  StopRequestInit,
  UpgradeReport,
  UpgradeReportInit,
  UpgradeRequest,
  UpgradeRequestInit,
  ValidationReport,
  ValidationReportInit,
  Value,
  ValueInit,
  Version,
  VersionInit,
  VersionRequest,
  VersionRequestInit,
  Welcome,
  WelcomeInit,
} from "./messages.ts";
import type { WireReader } from "../wire-reader.ts";
import {
  closeMessage,
  openMessage,
  writeBool,
  writeBytes,
  writeInt32,
  writeString,
  writeUint32,
  writeUint64,
  writeVarint,
} from "../wire-writer.ts";

type Mutable<Message> = { -readonly [Key in keyof Message]: Message[Key] };

const noBytes = new Uint8Array();

function readSelector(reader: WireReader, into: Selector | null): Selector {
  let ids: string[] = [];
  let groups: string[] = [];
  let pids: number[] = [];
  if (into !== null) {
    ids = into.ids as string[];
    groups = into.groups as string[];
    pids = into.pids as number[];
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        ids.push(reader.string());
        break;
      case 18:
        groups.push(reader.string());
        break;
      case 24:
        pids.push(reader.uint32());
        break;
      case 26: {
        const outer = reader.open();
        while (reader.pos < reader.end) pids.push(reader.uint32());
        reader.end = outer;
        break;
      }
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { ids, groups, pids };
}

function writeSelector(message: SelectorInit): void {
  for (const one of message.ids ?? []) writeString(10, one);
  for (const one of message.groups ?? []) writeString(18, one);
  if (message.pids != null && message.pids.length > 0) {
    const opened = openMessage(26);
    for (const one of message.pids) writeVarint(one >>> 0);
    closeMessage(opened);
  }
}

function readStartRequest(reader: WireReader, into: StartRequest | null): StartRequest {
  let selector: Selector | null = null;
  if (into !== null) {
    selector = into.selector;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        selector = readSelector(reader, selector);
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { selector };
}

function writeStartRequest(message: StartRequestInit): void {
  if (message.selector != null) {
    const opened = openMessage(10);
    writeSelector(message.selector);
    closeMessage(opened);
  }
}

function readStopRequest(reader: WireReader, into: StopRequest | null): StopRequest {
  let selector: Selector | null = null;
  if (into !== null) {
    selector = into.selector;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        selector = readSelector(reader, selector);
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { selector };
}

function writeStopRequest(message: StopRequestInit): void {
  if (message.selector != null) {
    const opened = openMessage(10);
    writeSelector(message.selector);
    closeMessage(opened);
  }
}

function readRestartRequest(reader: WireReader, into: RestartRequest | null): RestartRequest {
  let selector: Selector | null = null;
  if (into !== null) {
    selector = into.selector;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        selector = readSelector(reader, selector);
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { selector };
}

function writeRestartRequest(message: RestartRequestInit): void {
  if (message.selector != null) {
    const opened = openMessage(10);
    writeSelector(message.selector);
    closeMessage(opened);
  }
}

function readPingRequest(reader: WireReader, into: PingRequest | null): PingRequest {
  let selector: Selector | null = null;
  if (into !== null) {
    selector = into.selector;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        selector = readSelector(reader, selector);
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { selector };
}

function writePingRequest(message: PingRequestInit): void {
  if (message.selector != null) {
    const opened = openMessage(10);
    writeSelector(message.selector);
    closeMessage(opened);
  }
}

function readSignalRequest(reader: WireReader, into: SignalRequest | null): SignalRequest {
  let selector: Selector | null = null;
  let signal: string = "";
  if (into !== null) {
    selector = into.selector;
    signal = into.signal;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        selector = readSelector(reader, selector);
        break;
      case 18:
        signal = reader.string();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { selector, signal };
}

function writeSignalRequest(message: SignalRequestInit): void {
  if (message.selector != null) {
    const opened = openMessage(10);
    writeSelector(message.selector);
    closeMessage(opened);
  }
  if (message.signal != null && message.signal !== "") writeString(18, message.signal);
}

function readScaleRequest(reader: WireReader, into: ScaleRequest | null): ScaleRequest {
  let id: string = "";
  let count: number = 0;
  if (into !== null) {
    id = into.id;
    count = into.count;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        id = reader.string();
        break;
      case 16:
        count = reader.uint32();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { id, count };
}

function writeScaleRequest(message: ScaleRequestInit): void {
  if (message.id != null && message.id !== "") writeString(10, message.id);
  if (message.count != null && message.count !== 0) writeUint32(16, message.count);
}

function readConfigDisplayRequest(reader: WireReader, into: ConfigDisplayRequest | null): ConfigDisplayRequest {
  let selector: Selector | null = null;
  let overrides: boolean = false;
  if (into !== null) {
    selector = into.selector;
    overrides = into.overrides;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        selector = readSelector(reader, selector);
        break;
      case 16:
        overrides = reader.bool();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { selector, overrides };
}

function writeConfigDisplayRequest(message: ConfigDisplayRequestInit): void {
  if (message.selector != null) {
    const opened = openMessage(10);
    writeSelector(message.selector);
    closeMessage(opened);
  }
  if (message.overrides != null && message.overrides !== false) writeBool(16, message.overrides);
}

function readConfigReloadRequest(reader: WireReader, into: ConfigReloadRequest | null): ConfigReloadRequest {
  let dryRun: boolean = false;
  if (into !== null) {
    dryRun = into.dryRun;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        dryRun = reader.bool();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { dryRun };
}

function writeConfigReloadRequest(message: ConfigReloadRequestInit): void {
  if (message.dryRun != null && message.dryRun !== false) writeBool(8, message.dryRun);
}

function readConfigSetRequest(reader: WireReader, into: ConfigSetRequest | null): ConfigSetRequest {
  let id: string = "";
  let assignments: Assignment[] = [];
  if (into !== null) {
    id = into.id;
    assignments = into.assignments as Assignment[];
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        id = reader.string();
        break;
      case 18:
        assignments.push(readAssignment(reader, null));
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { id, assignments };
}

function writeConfigSetRequest(message: ConfigSetRequestInit): void {
  if (message.id != null && message.id !== "") writeString(10, message.id);
  for (const one of message.assignments ?? []) {
    const opened = openMessage(18);
    writeAssignment(one);
    closeMessage(opened);
  }
}

function readAssignment(reader: WireReader, into: Assignment | null): Assignment {
  let key: string = "";
  let value: string = "";
  if (into !== null) {
    key = into.key;
    value = into.value;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        key = reader.string();
        break;
      case 18:
        value = reader.string();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { key, value };
}

function writeAssignment(message: AssignmentInit): void {
  if (message.key != null && message.key !== "") writeString(10, message.key);
  if (message.value != null && message.value !== "") writeString(18, message.value);
}

function readConfigAddRequest(reader: WireReader, into: ConfigAddRequest | null): ConfigAddRequest {
  let id: string = "";
  let assignments: Assignment[] = [];
  if (into !== null) {
    id = into.id;
    assignments = into.assignments as Assignment[];
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        id = reader.string();
        break;
      case 18:
        assignments.push(readAssignment(reader, null));
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { id, assignments };
}

function writeConfigAddRequest(message: ConfigAddRequestInit): void {
  if (message.id != null && message.id !== "") writeString(10, message.id);
  for (const one of message.assignments ?? []) {
    const opened = openMessage(18);
    writeAssignment(one);
    closeMessage(opened);
  }
}

function readConfigDeleteRequest(reader: WireReader, into: ConfigDeleteRequest | null): ConfigDeleteRequest {
  let id: string = "";
  if (into !== null) {
    id = into.id;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        id = reader.string();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { id };
}

function writeConfigDeleteRequest(message: ConfigDeleteRequestInit): void {
  if (message.id != null && message.id !== "") writeString(10, message.id);
}

function readConfigValidateRequest(reader: WireReader, _into: ConfigValidateRequest | null): ConfigValidateRequest {
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    reader.skip(tag);
  }
  reader.end = outer;
  return {  };
}

function writeConfigValidateRequest(_message: ConfigValidateRequestInit): void {
}

function readSettingDisplayRequest(reader: WireReader, into: SettingDisplayRequest | null): SettingDisplayRequest {
  let name: string = "";
  if (into !== null) {
    name = into.name;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        name = reader.string();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { name };
}

function writeSettingDisplayRequest(message: SettingDisplayRequestInit): void {
  if (message.name != null && message.name !== "") writeString(10, message.name);
}

function readSettingSetRequest(reader: WireReader, into: SettingSetRequest | null): SettingSetRequest {
  let assignments: Assignment[] = [];
  if (into !== null) {
    assignments = into.assignments as Assignment[];
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        assignments.push(readAssignment(reader, null));
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { assignments };
}

function writeSettingSetRequest(message: SettingSetRequestInit): void {
  for (const one of message.assignments ?? []) {
    const opened = openMessage(10);
    writeAssignment(one);
    closeMessage(opened);
  }
}

function readSettingReloadRequest(reader: WireReader, _into: SettingReloadRequest | null): SettingReloadRequest {
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    reader.skip(tag);
  }
  reader.end = outer;
  return {  };
}

function writeSettingReloadRequest(_message: SettingReloadRequestInit): void {
}

function readLogsRequest(reader: WireReader, into: LogsRequest | null): LogsRequest {
  let id: string = "";
  let follow: boolean = false;
  let lines: number | undefined = undefined;
  let sinceUs: number | undefined = undefined;
  let times: boolean = false;
  let positions: boolean = false;
  let after: LogPosition[] = [];
  if (into !== null) {
    id = into.id;
    follow = into.follow;
    lines = into.lines;
    sinceUs = into.sinceUs;
    times = into.times;
    positions = into.positions;
    after = into.after as LogPosition[];
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        id = reader.string();
        break;
      case 16:
        follow = reader.bool();
        break;
      case 24:
        lines = reader.uint32();
        break;
      case 32:
        sinceUs = reader.uint64();
        break;
      case 40:
        times = reader.bool();
        break;
      case 48:
        positions = reader.bool();
        break;
      case 58:
        after.push(readLogPosition(reader, null));
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  const message: Mutable<LogsRequest> = { id, follow, times, positions, after };
  if (lines !== undefined) message.lines = lines;
  if (sinceUs !== undefined) message.sinceUs = sinceUs;
  return message;
}

function writeLogsRequest(message: LogsRequestInit): void {
  if (message.id != null && message.id !== "") writeString(10, message.id);
  if (message.follow != null && message.follow !== false) writeBool(16, message.follow);
  if (message.lines != null) writeUint32(24, message.lines);
  if (message.sinceUs != null) writeUint64(32, message.sinceUs);
  if (message.times != null && message.times !== false) writeBool(40, message.times);
  if (message.positions != null && message.positions !== false) writeBool(48, message.positions);
  for (const one of message.after ?? []) {
    const opened = openMessage(58);
    writeLogPosition(one);
    closeMessage(opened);
  }
}

function readLogPosition(reader: WireReader, into: LogPosition | null): LogPosition {
  let stream: string = "";
  let position: string = "";
  if (into !== null) {
    stream = into.stream;
    position = into.position;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        stream = reader.string();
        break;
      case 18:
        position = reader.string();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { stream, position };
}

function writeLogPosition(message: LogPositionInit): void {
  if (message.stream != null && message.stream !== "") writeString(10, message.stream);
  if (message.position != null && message.position !== "") writeString(18, message.position);
}

function readShutdownRequest(reader: WireReader, into: ShutdownRequest | null): ShutdownRequest {
  let leave: boolean = false;
  if (into !== null) {
    leave = into.leave;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        leave = reader.bool();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { leave };
}

function writeShutdownRequest(message: ShutdownRequestInit): void {
  if (message.leave != null && message.leave !== false) writeBool(8, message.leave);
}

function readVersionRequest(reader: WireReader, _into: VersionRequest | null): VersionRequest {
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    reader.skip(tag);
  }
  reader.end = outer;
  return {  };
}

function writeVersionRequest(_message: VersionRequestInit): void {
}

function readUpgradeRequest(reader: WireReader, into: UpgradeRequest | null): UpgradeRequest {
  let program: string = "";
  let readyWithinMs: number = 0;
  if (into !== null) {
    program = into.program;
    readyWithinMs = into.readyWithinMs;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        program = reader.string();
        break;
      case 16:
        readyWithinMs = reader.uint32();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { program, readyWithinMs };
}

function writeUpgradeRequest(message: UpgradeRequestInit): void {
  if (message.program != null && message.program !== "") writeString(10, message.program);
  if (message.readyWithinMs != null && message.readyWithinMs !== 0) writeUint32(16, message.readyWithinMs);
}

/** Reads a Frame, to the end of the bytes. */
export function readFrame(reader: WireReader): Frame {
  let requestId: number = 0;
  let body: string | undefined;
  let bodyValue: unknown;
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        requestId = reader.uint32();
        break;
      case 18:
        bodyValue = readHello(reader, body === "hello" ? (bodyValue as Hello) : null);
        body = "hello";
        break;
      case 26:
        bodyValue = readWelcome(reader, body === "welcome" ? (bodyValue as Welcome) : null);
        body = "welcome";
        break;
      case 34:
        bodyValue = readProof(reader, body === "proof" ? (bodyValue as Proof) : null);
        body = "proof";
        break;
      case 42:
        bodyValue = readAccepted(reader, body === "accepted" ? (bodyValue as Accepted) : null);
        body = "accepted";
        break;
      case 50:
        bodyValue = readRefused(reader, body === "refused" ? (bodyValue as Refused) : null);
        body = "refused";
        break;
      case 58:
        bodyValue = readRequest(reader, body === "request" ? (bodyValue as Request) : null);
        body = "request";
        break;
      case 66:
        bodyValue = readResult(reader, body === "result" ? (bodyValue as Result) : null);
        body = "result";
        break;
      case 74:
        bodyValue = readEnd(reader, body === "end" ? (bodyValue as End) : null);
        body = "end";
        break;
      case 82:
        bodyValue = readCancel(reader, body === "cancel" ? (bodyValue as Cancel) : null);
        body = "cancel";
        break;
      case 90:
        bodyValue = readCredit(reader, body === "credit" ? (bodyValue as Credit) : null);
        body = "credit";
        break;
      case 98:
        bodyValue = readKeepAlive(reader, body === "keepAlive" ? (bodyValue as KeepAlive) : null);
        body = "keepAlive";
        break;
      default:
        reader.skip(tag);
    }
  }
  switch (body) {
    case "hello":
      return { requestId, body, hello: bodyValue as Hello };
    case "welcome":
      return { requestId, body, welcome: bodyValue as Welcome };
    case "proof":
      return { requestId, body, proof: bodyValue as Proof };
    case "accepted":
      return { requestId, body, accepted: bodyValue as Accepted };
    case "refused":
      return { requestId, body, refused: bodyValue as Refused };
    case "request":
      return { requestId, body, request: bodyValue as Request };
    case "result":
      return { requestId, body, result: bodyValue as Result };
    case "end":
      return { requestId, body, end: bodyValue as End };
    case "cancel":
      return { requestId, body, cancel: bodyValue as Cancel };
    case "credit":
      return { requestId, body, credit: bodyValue as Credit };
    case "keepAlive":
      return { requestId, body, keepAlive: bodyValue as KeepAlive };
    default:
      return { requestId };
  }
}

/** Writes a Frame into the message that was begun. */
export function writeFrame(message: FrameInit): void {
  if (message.requestId != null && message.requestId !== 0) writeUint32(8, message.requestId);
  if (message.hello != null) {
    const opened = openMessage(18);
    writeHello(message.hello);
    closeMessage(opened);
  }
  if (message.welcome != null) {
    const opened = openMessage(26);
    writeWelcome(message.welcome);
    closeMessage(opened);
  }
  if (message.proof != null) {
    const opened = openMessage(34);
    writeProof(message.proof);
    closeMessage(opened);
  }
  if (message.accepted != null) {
    const opened = openMessage(42);
    writeAccepted(message.accepted);
    closeMessage(opened);
  }
  if (message.refused != null) {
    const opened = openMessage(50);
    writeRefused(message.refused);
    closeMessage(opened);
  }
  if (message.request != null) {
    const opened = openMessage(58);
    writeRequest(message.request);
    closeMessage(opened);
  }
  if (message.result != null) {
    const opened = openMessage(66);
    writeResult(message.result);
    closeMessage(opened);
  }
  if (message.end != null) {
    const opened = openMessage(74);
    writeEnd(message.end);
    closeMessage(opened);
  }
  if (message.cancel != null) {
    const opened = openMessage(82);
    writeCancel(message.cancel);
    closeMessage(opened);
  }
  if (message.credit != null) {
    const opened = openMessage(90);
    writeCredit(message.credit);
    closeMessage(opened);
  }
  if (message.keepAlive != null) {
    const opened = openMessage(98);
    writeKeepAlive(message.keepAlive);
    closeMessage(opened);
  }
}

function readVersion(reader: WireReader, into: Version | null): Version {
  let major: number = 0;
  let minor: number = 0;
  if (into !== null) {
    major = into.major;
    minor = into.minor;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        major = reader.uint32();
        break;
      case 16:
        minor = reader.uint32();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { major, minor };
}

function writeVersion(message: VersionInit): void {
  if (message.major != null && message.major !== 0) writeUint32(8, message.major);
  if (message.minor != null && message.minor !== 0) writeUint32(16, message.minor);
}

function readHello(reader: WireReader, into: Hello | null): Hello {
  let version: Version | null = null;
  let client: string = "";
  let nonce: Uint8Array = noBytes;
  let credentialId: string = "";
  let hasCredential: boolean = false;
  if (into !== null) {
    version = into.version;
    client = into.client;
    nonce = into.nonce;
    credentialId = into.credentialId;
    hasCredential = into.hasCredential;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        version = readVersion(reader, version);
        break;
      case 18:
        client = reader.string();
        break;
      case 26:
        nonce = reader.view();
        break;
      case 34:
        credentialId = reader.string();
        break;
      case 40:
        hasCredential = reader.bool();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { version, client, nonce, credentialId, hasCredential };
}

function writeHello(message: HelloInit): void {
  if (message.version != null) {
    const opened = openMessage(10);
    writeVersion(message.version);
    closeMessage(opened);
  }
  if (message.client != null && message.client !== "") writeString(18, message.client);
  if (message.nonce != null && message.nonce.length > 0) writeBytes(26, message.nonce);
  if (message.credentialId != null && message.credentialId !== "") writeString(34, message.credentialId);
  if (message.hasCredential != null && message.hasCredential !== false) writeBool(40, message.hasCredential);
}

function readWelcome(reader: WireReader, into: Welcome | null): Welcome {
  let version: Version | null = null;
  let server: string = "";
  let nonce: Uint8Array = noBytes;
  let proof: Uint8Array = noBytes;
  let proofRequired: boolean = false;
  let capabilities: string[] = [];
  let instanceId: string = "";
  let bootId: string = "";
  let generation: number = 0;
  if (into !== null) {
    version = into.version;
    server = into.server;
    nonce = into.nonce;
    proof = into.proof;
    proofRequired = into.proofRequired;
    capabilities = into.capabilities as string[];
    instanceId = into.instanceId;
    bootId = into.bootId;
    generation = into.generation;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        version = readVersion(reader, version);
        break;
      case 18:
        server = reader.string();
        break;
      case 26:
        nonce = reader.view();
        break;
      case 34:
        proof = reader.view();
        break;
      case 40:
        proofRequired = reader.bool();
        break;
      case 50:
        capabilities.push(reader.string());
        break;
      case 58:
        instanceId = reader.string();
        break;
      case 66:
        bootId = reader.string();
        break;
      case 72:
        generation = reader.uint64();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { version, server, nonce, proof, proofRequired, capabilities, instanceId, bootId, generation };
}

function writeWelcome(message: WelcomeInit): void {
  if (message.version != null) {
    const opened = openMessage(10);
    writeVersion(message.version);
    closeMessage(opened);
  }
  if (message.server != null && message.server !== "") writeString(18, message.server);
  if (message.nonce != null && message.nonce.length > 0) writeBytes(26, message.nonce);
  if (message.proof != null && message.proof.length > 0) writeBytes(34, message.proof);
  if (message.proofRequired != null && message.proofRequired !== false) writeBool(40, message.proofRequired);
  for (const one of message.capabilities ?? []) writeString(50, one);
  if (message.instanceId != null && message.instanceId !== "") writeString(58, message.instanceId);
  if (message.bootId != null && message.bootId !== "") writeString(66, message.bootId);
  if (message.generation != null && message.generation !== 0) writeUint64(72, message.generation);
}

function readProof(reader: WireReader, into: Proof | null): Proof {
  let proof: Uint8Array = noBytes;
  if (into !== null) {
    proof = into.proof;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        proof = reader.view();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { proof };
}

function writeProof(message: ProofInit): void {
  if (message.proof != null && message.proof.length > 0) writeBytes(10, message.proof);
}

function readAccepted(reader: WireReader, into: Accepted | null): Accepted {
  let permission: string = "";
  if (into !== null) {
    permission = into.permission;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        permission = reader.string();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { permission };
}

function writeAccepted(message: AcceptedInit): void {
  if (message.permission != null && message.permission !== "") writeString(10, message.permission);
}

function readRefused(reader: WireReader, into: Refused | null): Refused {
  let error: ErrorPdu | null = null;
  let version: Version | null = null;
  if (into !== null) {
    error = into.error;
    version = into.version;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        error = readErrorPdu(reader, error);
        break;
      case 18:
        version = readVersion(reader, version);
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { error, version };
}

function writeRefused(message: RefusedInit): void {
  if (message.error != null) {
    const opened = openMessage(10);
    writeErrorPdu(message.error);
    closeMessage(opened);
  }
  if (message.version != null) {
    const opened = openMessage(18);
    writeVersion(message.version);
    closeMessage(opened);
  }
}

function readRequest(reader: WireReader, into: Request | null): Request {
  let key: Uint8Array = noBytes;
  let timeoutMs: number = 0;
  let credit: number = 0;
  let command: string | undefined;
  let commandValue: unknown;
  if (into !== null) {
    key = into.key;
    timeoutMs = into.timeoutMs;
    credit = into.credit;
    command = into.command;
    if (command !== undefined) commandValue = into[command as keyof Request];
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        key = reader.view();
        break;
      case 16:
        timeoutMs = reader.uint32();
        break;
      case 24:
        credit = reader.uint32();
        break;
      case 130:
        commandValue = readStartRequest(reader, command === "start" ? (commandValue as StartRequest) : null);
        command = "start";
        break;
      case 138:
        commandValue = readStopRequest(reader, command === "stop" ? (commandValue as StopRequest) : null);
        command = "stop";
        break;
      case 146:
        commandValue = readRestartRequest(reader, command === "restart" ? (commandValue as RestartRequest) : null);
        command = "restart";
        break;
      case 154:
        commandValue = readPingRequest(reader, command === "ping" ? (commandValue as PingRequest) : null);
        command = "ping";
        break;
      case 162:
        commandValue = readSignalRequest(reader, command === "signal" ? (commandValue as SignalRequest) : null);
        command = "signal";
        break;
      case 170:
        commandValue = readScaleRequest(reader, command === "scale" ? (commandValue as ScaleRequest) : null);
        command = "scale";
        break;
      case 178:
        commandValue = readConfigDisplayRequest(reader, command === "configDisplay" ? (commandValue as ConfigDisplayRequest) : null);
        command = "configDisplay";
        break;
      case 186:
        commandValue = readConfigReloadRequest(reader, command === "configReload" ? (commandValue as ConfigReloadRequest) : null);
        command = "configReload";
        break;
      case 194:
        commandValue = readConfigSetRequest(reader, command === "configSet" ? (commandValue as ConfigSetRequest) : null);
        command = "configSet";
        break;
      case 202:
        commandValue = readConfigAddRequest(reader, command === "configAdd" ? (commandValue as ConfigAddRequest) : null);
        command = "configAdd";
        break;
      case 210:
        commandValue = readConfigDeleteRequest(reader, command === "configDelete" ? (commandValue as ConfigDeleteRequest) : null);
        command = "configDelete";
        break;
      case 218:
        commandValue = readConfigValidateRequest(reader, command === "configValidate" ? (commandValue as ConfigValidateRequest) : null);
        command = "configValidate";
        break;
      case 226:
        commandValue = readSettingDisplayRequest(reader, command === "settingDisplay" ? (commandValue as SettingDisplayRequest) : null);
        command = "settingDisplay";
        break;
      case 234:
        commandValue = readSettingSetRequest(reader, command === "settingSet" ? (commandValue as SettingSetRequest) : null);
        command = "settingSet";
        break;
      case 242:
        commandValue = readSettingReloadRequest(reader, command === "settingReload" ? (commandValue as SettingReloadRequest) : null);
        command = "settingReload";
        break;
      case 250:
        commandValue = readLogsRequest(reader, command === "logs" ? (commandValue as LogsRequest) : null);
        command = "logs";
        break;
      case 258:
        commandValue = readShutdownRequest(reader, command === "shutdown" ? (commandValue as ShutdownRequest) : null);
        command = "shutdown";
        break;
      case 266:
        commandValue = readVersionRequest(reader, command === "version" ? (commandValue as VersionRequest) : null);
        command = "version";
        break;
      case 274:
        commandValue = readUpgradeRequest(reader, command === "upgrade" ? (commandValue as UpgradeRequest) : null);
        command = "upgrade";
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  switch (command) {
    case "start":
      return { key, timeoutMs, credit, command, start: commandValue as StartRequest };
    case "stop":
      return { key, timeoutMs, credit, command, stop: commandValue as StopRequest };
    case "restart":
      return { key, timeoutMs, credit, command, restart: commandValue as RestartRequest };
    case "ping":
      return { key, timeoutMs, credit, command, ping: commandValue as PingRequest };
    case "signal":
      return { key, timeoutMs, credit, command, signal: commandValue as SignalRequest };
    case "scale":
      return { key, timeoutMs, credit, command, scale: commandValue as ScaleRequest };
    case "configDisplay":
      return { key, timeoutMs, credit, command, configDisplay: commandValue as ConfigDisplayRequest };
    case "configReload":
      return { key, timeoutMs, credit, command, configReload: commandValue as ConfigReloadRequest };
    case "configSet":
      return { key, timeoutMs, credit, command, configSet: commandValue as ConfigSetRequest };
    case "configAdd":
      return { key, timeoutMs, credit, command, configAdd: commandValue as ConfigAddRequest };
    case "configDelete":
      return { key, timeoutMs, credit, command, configDelete: commandValue as ConfigDeleteRequest };
    case "configValidate":
      return { key, timeoutMs, credit, command, configValidate: commandValue as ConfigValidateRequest };
    case "settingDisplay":
      return { key, timeoutMs, credit, command, settingDisplay: commandValue as SettingDisplayRequest };
    case "settingSet":
      return { key, timeoutMs, credit, command, settingSet: commandValue as SettingSetRequest };
    case "settingReload":
      return { key, timeoutMs, credit, command, settingReload: commandValue as SettingReloadRequest };
    case "logs":
      return { key, timeoutMs, credit, command, logs: commandValue as LogsRequest };
    case "shutdown":
      return { key, timeoutMs, credit, command, shutdown: commandValue as ShutdownRequest };
    case "version":
      return { key, timeoutMs, credit, command, version: commandValue as VersionRequest };
    case "upgrade":
      return { key, timeoutMs, credit, command, upgrade: commandValue as UpgradeRequest };
    default:
      return { key, timeoutMs, credit };
  }
}

function writeRequest(message: RequestInit): void {
  if (message.key != null && message.key.length > 0) writeBytes(10, message.key);
  if (message.timeoutMs != null && message.timeoutMs !== 0) writeUint32(16, message.timeoutMs);
  if (message.credit != null && message.credit !== 0) writeUint32(24, message.credit);
  if (message.start != null) {
    const opened = openMessage(130);
    writeStartRequest(message.start);
    closeMessage(opened);
  }
  if (message.stop != null) {
    const opened = openMessage(138);
    writeStopRequest(message.stop);
    closeMessage(opened);
  }
  if (message.restart != null) {
    const opened = openMessage(146);
    writeRestartRequest(message.restart);
    closeMessage(opened);
  }
  if (message.ping != null) {
    const opened = openMessage(154);
    writePingRequest(message.ping);
    closeMessage(opened);
  }
  if (message.signal != null) {
    const opened = openMessage(162);
    writeSignalRequest(message.signal);
    closeMessage(opened);
  }
  if (message.scale != null) {
    const opened = openMessage(170);
    writeScaleRequest(message.scale);
    closeMessage(opened);
  }
  if (message.configDisplay != null) {
    const opened = openMessage(178);
    writeConfigDisplayRequest(message.configDisplay);
    closeMessage(opened);
  }
  if (message.configReload != null) {
    const opened = openMessage(186);
    writeConfigReloadRequest(message.configReload);
    closeMessage(opened);
  }
  if (message.configSet != null) {
    const opened = openMessage(194);
    writeConfigSetRequest(message.configSet);
    closeMessage(opened);
  }
  if (message.configAdd != null) {
    const opened = openMessage(202);
    writeConfigAddRequest(message.configAdd);
    closeMessage(opened);
  }
  if (message.configDelete != null) {
    const opened = openMessage(210);
    writeConfigDeleteRequest(message.configDelete);
    closeMessage(opened);
  }
  if (message.configValidate != null) {
    const opened = openMessage(218);
    writeConfigValidateRequest(message.configValidate);
    closeMessage(opened);
  }
  if (message.settingDisplay != null) {
    const opened = openMessage(226);
    writeSettingDisplayRequest(message.settingDisplay);
    closeMessage(opened);
  }
  if (message.settingSet != null) {
    const opened = openMessage(234);
    writeSettingSetRequest(message.settingSet);
    closeMessage(opened);
  }
  if (message.settingReload != null) {
    const opened = openMessage(242);
    writeSettingReloadRequest(message.settingReload);
    closeMessage(opened);
  }
  if (message.logs != null) {
    const opened = openMessage(250);
    writeLogsRequest(message.logs);
    closeMessage(opened);
  }
  if (message.shutdown != null) {
    const opened = openMessage(258);
    writeShutdownRequest(message.shutdown);
    closeMessage(opened);
  }
  if (message.version != null) {
    const opened = openMessage(266);
    writeVersionRequest(message.version);
    closeMessage(opened);
  }
  if (message.upgrade != null) {
    const opened = openMessage(274);
    writeUpgradeRequest(message.upgrade);
    closeMessage(opened);
  }
}

function readResult(reader: WireReader, into: Result | null): Result {
  let payload: string | undefined;
  let payloadValue: unknown;
  if (into !== null) {
    payload = into.payload;
    if (payload !== undefined) payloadValue = into[payload as keyof Result];
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        payloadValue = readProcessResults(reader, payload === "processes" ? (payloadValue as ProcessResults) : null);
        payload = "processes";
        break;
      case 18:
        payloadValue = readConfigReport(reader, payload === "config" ? (payloadValue as ConfigReport) : null);
        payload = "config";
        break;
      case 26:
        payloadValue = readReloadReport(reader, payload === "reload" ? (payloadValue as ReloadReport) : null);
        payload = "reload";
        break;
      case 34:
        payloadValue = readEditReport(reader, payload === "edit" ? (payloadValue as EditReport) : null);
        payload = "edit";
        break;
      case 42:
        payloadValue = readSettingReport(reader, payload === "settings" ? (payloadValue as SettingReport) : null);
        payload = "settings";
        break;
      case 50:
        payloadValue = readLogChunk(reader, payload === "log" ? (payloadValue as LogChunk) : null);
        payload = "log";
        break;
      case 58:
        payloadValue = readServerReport(reader, payload === "server" ? (payloadValue as ServerReport) : null);
        payload = "server";
        break;
      case 66:
        payloadValue = readValidationReport(reader, payload === "validation" ? (payloadValue as ValidationReport) : null);
        payload = "validation";
        break;
      case 74:
        payloadValue = readUpgradeReport(reader, payload === "upgrade" ? (payloadValue as UpgradeReport) : null);
        payload = "upgrade";
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  switch (payload) {
    case "processes":
      return { payload, processes: payloadValue as ProcessResults };
    case "config":
      return { payload, config: payloadValue as ConfigReport };
    case "reload":
      return { payload, reload: payloadValue as ReloadReport };
    case "edit":
      return { payload, edit: payloadValue as EditReport };
    case "settings":
      return { payload, settings: payloadValue as SettingReport };
    case "log":
      return { payload, log: payloadValue as LogChunk };
    case "server":
      return { payload, server: payloadValue as ServerReport };
    case "validation":
      return { payload, validation: payloadValue as ValidationReport };
    case "upgrade":
      return { payload, upgrade: payloadValue as UpgradeReport };
    default:
      return {  };
  }
}

function writeResult(message: ResultInit): void {
  if (message.processes != null) {
    const opened = openMessage(10);
    writeProcessResults(message.processes);
    closeMessage(opened);
  }
  if (message.config != null) {
    const opened = openMessage(18);
    writeConfigReport(message.config);
    closeMessage(opened);
  }
  if (message.reload != null) {
    const opened = openMessage(26);
    writeReloadReport(message.reload);
    closeMessage(opened);
  }
  if (message.edit != null) {
    const opened = openMessage(34);
    writeEditReport(message.edit);
    closeMessage(opened);
  }
  if (message.settings != null) {
    const opened = openMessage(42);
    writeSettingReport(message.settings);
    closeMessage(opened);
  }
  if (message.log != null) {
    const opened = openMessage(50);
    writeLogChunk(message.log);
    closeMessage(opened);
  }
  if (message.server != null) {
    const opened = openMessage(58);
    writeServerReport(message.server);
    closeMessage(opened);
  }
  if (message.validation != null) {
    const opened = openMessage(66);
    writeValidationReport(message.validation);
    closeMessage(opened);
  }
  if (message.upgrade != null) {
    const opened = openMessage(74);
    writeUpgradeReport(message.upgrade);
    closeMessage(opened);
  }
}

function readEnd(reader: WireReader, into: End | null): End {
  let error: ErrorPdu | null = null;
  if (into !== null) {
    error = into.error;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        error = readErrorPdu(reader, error);
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { error };
}

function writeEnd(message: EndInit): void {
  if (message.error != null) {
    const opened = openMessage(10);
    writeErrorPdu(message.error);
    closeMessage(opened);
  }
}

function readCancel(reader: WireReader, _into: Cancel | null): Cancel {
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    reader.skip(tag);
  }
  reader.end = outer;
  return {  };
}

function writeCancel(_message: CancelInit): void {
}

function readCredit(reader: WireReader, into: Credit | null): Credit {
  let results: number = 0;
  if (into !== null) {
    results = into.results;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        results = reader.uint32();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { results };
}

function writeCredit(message: CreditInit): void {
  if (message.results != null && message.results !== 0) writeUint32(8, message.results);
}

function readKeepAlive(reader: WireReader, into: KeepAlive | null): KeepAlive {
  let reply: boolean = false;
  if (into !== null) {
    reply = into.reply;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        reply = reader.bool();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { reply };
}

function writeKeepAlive(message: KeepAliveInit): void {
  if (message.reply != null && message.reply !== false) writeBool(8, message.reply);
}

function readErrorPdu(reader: WireReader, into: ErrorPdu | null): ErrorPdu {
  let category: string = "";
  let code: string = "";
  let message: string = "";
  let hint: string = "";
  let detailsJson: string = "";
  if (into !== null) {
    category = into.category;
    code = into.code;
    message = into.message;
    hint = into.hint;
    detailsJson = into.detailsJson;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        category = reader.string();
        break;
      case 18:
        code = reader.string();
        break;
      case 26:
        message = reader.string();
        break;
      case 34:
        hint = reader.string();
        break;
      case 42:
        detailsJson = reader.string();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { category, code, message, hint, detailsJson };
}

function writeErrorPdu(message: ErrorPduInit): void {
  if (message.category != null && message.category !== "") writeString(10, message.category);
  if (message.code != null && message.code !== "") writeString(18, message.code);
  if (message.message != null && message.message !== "") writeString(26, message.message);
  if (message.hint != null && message.hint !== "") writeString(34, message.hint);
  if (message.detailsJson != null && message.detailsJson !== "") writeString(42, message.detailsJson);
}

function readProcessResults(reader: WireReader, into: ProcessResults | null): ProcessResults {
  let rows: ProcessResult[] = [];
  if (into !== null) {
    rows = into.rows as ProcessResult[];
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        rows.push(readProcessResult(reader, null));
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { rows };
}

function writeProcessResults(message: ProcessResultsInit): void {
  for (const one of message.rows ?? []) {
    const opened = openMessage(10);
    writeProcessResult(one);
    closeMessage(opened);
  }
}

function readProcessResult(reader: WireReader, into: ProcessResult | null): ProcessResult {
  let status: ProcessStatus | null = null;
  let done: boolean = false;
  let ok: boolean = false;
  let error: ErrorPdu | null = null;
  if (into !== null) {
    status = into.status;
    done = into.done;
    ok = into.ok;
    error = into.error;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        status = readProcessStatus(reader, status);
        break;
      case 16:
        done = reader.bool();
        break;
      case 24:
        ok = reader.bool();
        break;
      case 34:
        error = readErrorPdu(reader, error);
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { status, done, ok, error };
}

function writeProcessResult(message: ProcessResultInit): void {
  if (message.status != null) {
    const opened = openMessage(10);
    writeProcessStatus(message.status);
    closeMessage(opened);
  }
  if (message.done != null && message.done !== false) writeBool(16, message.done);
  if (message.ok != null && message.ok !== false) writeBool(24, message.ok);
  if (message.error != null) {
    const opened = openMessage(34);
    writeErrorPdu(message.error);
    closeMessage(opened);
  }
}

function readOrigin(reader: WireReader, into: Origin | null): Origin {
  let layer: string = "";
  let file: string = "";
  let line: number = 0;
  let column: number = 0;
  if (into !== null) {
    layer = into.layer;
    file = into.file;
    line = into.line;
    column = into.column;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        layer = reader.string();
        break;
      case 18:
        file = reader.string();
        break;
      case 24:
        line = reader.uint32();
        break;
      case 32:
        column = reader.uint32();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { layer, file, line, column };
}

function writeOrigin(message: OriginInit): void {
  if (message.layer != null && message.layer !== "") writeString(10, message.layer);
  if (message.file != null && message.file !== "") writeString(18, message.file);
  if (message.line != null && message.line !== 0) writeUint32(24, message.line);
  if (message.column != null && message.column !== 0) writeUint32(32, message.column);
}

function readValue(reader: WireReader, into: Value | null): Value {
  let key: string = "";
  let value: string = "";
  let origin: Origin | null = null;
  let hides: HiddenValue[] = [];
  if (into !== null) {
    key = into.key;
    value = into.value;
    origin = into.origin;
    hides = into.hides as HiddenValue[];
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        key = reader.string();
        break;
      case 18:
        value = reader.string();
        break;
      case 26:
        origin = readOrigin(reader, origin);
        break;
      case 34:
        hides.push(readHiddenValue(reader, null));
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { key, value, origin, hides };
}

function writeValue(message: ValueInit): void {
  if (message.key != null && message.key !== "") writeString(10, message.key);
  if (message.value != null && message.value !== "") writeString(18, message.value);
  if (message.origin != null) {
    const opened = openMessage(26);
    writeOrigin(message.origin);
    closeMessage(opened);
  }
  for (const one of message.hides ?? []) {
    const opened = openMessage(34);
    writeHiddenValue(one);
    closeMessage(opened);
  }
}

function readHiddenValue(reader: WireReader, into: HiddenValue | null): HiddenValue {
  let value: string = "";
  let origin: Origin | null = null;
  if (into !== null) {
    value = into.value;
    origin = into.origin;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        value = reader.string();
        break;
      case 18:
        origin = readOrigin(reader, origin);
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { value, origin };
}

function writeHiddenValue(message: HiddenValueInit): void {
  if (message.value != null && message.value !== "") writeString(10, message.value);
  if (message.origin != null) {
    const opened = openMessage(18);
    writeOrigin(message.origin);
    closeMessage(opened);
  }
}

function readConfigReport(reader: WireReader, into: ConfigReport | null): ConfigReport {
  let processes: ProcessConfig[] = [];
  if (into !== null) {
    processes = into.processes as ProcessConfig[];
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        processes.push(readProcessConfig(reader, null));
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { processes };
}

function writeConfigReport(message: ConfigReportInit): void {
  for (const one of message.processes ?? []) {
    const opened = openMessage(10);
    writeProcessConfig(one);
    closeMessage(opened);
  }
}

function readProcessConfig(reader: WireReader, into: ProcessConfig | null): ProcessConfig {
  let id: string = "";
  let group: string = "";
  let values: Value[] = [];
  if (into !== null) {
    id = into.id;
    group = into.group;
    values = into.values as Value[];
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        id = reader.string();
        break;
      case 18:
        group = reader.string();
        break;
      case 26:
        values.push(readValue(reader, null));
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { id, group, values };
}

function writeProcessConfig(message: ProcessConfigInit): void {
  if (message.id != null && message.id !== "") writeString(10, message.id);
  if (message.group != null && message.group !== "") writeString(18, message.group);
  for (const one of message.values ?? []) {
    const opened = openMessage(26);
    writeValue(one);
    closeMessage(opened);
  }
}

function readReloadReport(reader: WireReader, into: ReloadReport | null): ReloadReport {
  let added: string[] = [];
  let changed: ChangedProcess[] = [];
  let removed: string[] = [];
  let settingsChanged: string[] = [];
  let settingsNeedRestart: string[] = [];
  let generation: number = 0;
  let dryRun: boolean = false;
  if (into !== null) {
    added = into.added as string[];
    changed = into.changed as ChangedProcess[];
    removed = into.removed as string[];
    settingsChanged = into.settingsChanged as string[];
    settingsNeedRestart = into.settingsNeedRestart as string[];
    generation = into.generation;
    dryRun = into.dryRun;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        added.push(reader.string());
        break;
      case 18:
        changed.push(readChangedProcess(reader, null));
        break;
      case 26:
        removed.push(reader.string());
        break;
      case 34:
        settingsChanged.push(reader.string());
        break;
      case 42:
        settingsNeedRestart.push(reader.string());
        break;
      case 48:
        generation = reader.uint64();
        break;
      case 56:
        dryRun = reader.bool();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { added, changed, removed, settingsChanged, settingsNeedRestart, generation, dryRun };
}

function writeReloadReport(message: ReloadReportInit): void {
  for (const one of message.added ?? []) writeString(10, one);
  for (const one of message.changed ?? []) {
    const opened = openMessage(18);
    writeChangedProcess(one);
    closeMessage(opened);
  }
  for (const one of message.removed ?? []) writeString(26, one);
  for (const one of message.settingsChanged ?? []) writeString(34, one);
  for (const one of message.settingsNeedRestart ?? []) writeString(42, one);
  if (message.generation != null && message.generation !== 0) writeUint64(48, message.generation);
  if (message.dryRun != null && message.dryRun !== false) writeBool(56, message.dryRun);
}

function readChangedProcess(reader: WireReader, into: ChangedProcess | null): ChangedProcess {
  let id: string = "";
  let keys: string[] = [];
  let restarted: boolean = false;
  if (into !== null) {
    id = into.id;
    keys = into.keys as string[];
    restarted = into.restarted;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        id = reader.string();
        break;
      case 18:
        keys.push(reader.string());
        break;
      case 24:
        restarted = reader.bool();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { id, keys, restarted };
}

function writeChangedProcess(message: ChangedProcessInit): void {
  if (message.id != null && message.id !== "") writeString(10, message.id);
  for (const one of message.keys ?? []) writeString(18, one);
  if (message.restarted != null && message.restarted !== false) writeBool(24, message.restarted);
}

function readEditReport(reader: WireReader, into: EditReport | null): EditReport {
  let file: string = "";
  let line: number = 0;
  let values: Value[] = [];
  let needRestart: string[] = [];
  let unchanged: boolean = false;
  if (into !== null) {
    file = into.file;
    line = into.line;
    values = into.values as Value[];
    needRestart = into.needRestart as string[];
    unchanged = into.unchanged;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        file = reader.string();
        break;
      case 16:
        line = reader.uint32();
        break;
      case 26:
        values.push(readValue(reader, null));
        break;
      case 34:
        needRestart.push(reader.string());
        break;
      case 40:
        unchanged = reader.bool();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { file, line, values, needRestart, unchanged };
}

function writeEditReport(message: EditReportInit): void {
  if (message.file != null && message.file !== "") writeString(10, message.file);
  if (message.line != null && message.line !== 0) writeUint32(16, message.line);
  for (const one of message.values ?? []) {
    const opened = openMessage(26);
    writeValue(one);
    closeMessage(opened);
  }
  for (const one of message.needRestart ?? []) writeString(34, one);
  if (message.unchanged != null && message.unchanged !== false) writeBool(40, message.unchanged);
}

function readSettingReport(reader: WireReader, into: SettingReport | null): SettingReport {
  let settings: Setting[] = [];
  if (into !== null) {
    settings = into.settings as Setting[];
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        settings.push(readSetting(reader, null));
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { settings };
}

function writeSettingReport(message: SettingReportInit): void {
  for (const one of message.settings ?? []) {
    const opened = openMessage(10);
    writeSetting(one);
    closeMessage(opened);
  }
}

function readSetting(reader: WireReader, into: Setting | null): Setting {
  let value: Value | null = null;
  let writable: boolean = false;
  let needsRestart: boolean = false;
  let description: string = "";
  let inForce: string | undefined = undefined;
  if (into !== null) {
    value = into.value;
    writable = into.writable;
    needsRestart = into.needsRestart;
    description = into.description;
    inForce = into.inForce;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        value = readValue(reader, value);
        break;
      case 16:
        writable = reader.bool();
        break;
      case 24:
        needsRestart = reader.bool();
        break;
      case 34:
        description = reader.string();
        break;
      case 42:
        inForce = reader.string();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  const message: Mutable<Setting> = { value, writable, needsRestart, description };
  if (inForce !== undefined) message.inForce = inForce;
  return message;
}

function writeSetting(message: SettingInit): void {
  if (message.value != null) {
    const opened = openMessage(10);
    writeValue(message.value);
    closeMessage(opened);
  }
  if (message.writable != null && message.writable !== false) writeBool(16, message.writable);
  if (message.needsRestart != null && message.needsRestart !== false) writeBool(24, message.needsRestart);
  if (message.description != null && message.description !== "") writeString(34, message.description);
  if (message.inForce != null) writeString(42, message.inForce);
}

function readLogChunk(reader: WireReader, into: LogChunk | null): LogChunk {
  let stream: string = "";
  let data: Uint8Array = noBytes;
  let timeUs: number | undefined = undefined;
  let gap: LogGap | null = null;
  let position: string = "";
  if (into !== null) {
    stream = into.stream;
    data = into.data;
    timeUs = into.timeUs;
    gap = into.gap;
    position = into.position;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        stream = reader.string();
        break;
      case 18:
        data = reader.view();
        break;
      case 24:
        timeUs = reader.uint64();
        break;
      case 34:
        gap = readLogGap(reader, gap);
        break;
      case 42:
        position = reader.string();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  const message: Mutable<LogChunk> = { stream, data, gap, position };
  if (timeUs !== undefined) message.timeUs = timeUs;
  return message;
}

function writeLogChunk(message: LogChunkInit): void {
  if (message.stream != null && message.stream !== "") writeString(10, message.stream);
  if (message.data != null && message.data.length > 0) writeBytes(18, message.data);
  if (message.timeUs != null) writeUint64(24, message.timeUs);
  if (message.gap != null) {
    const opened = openMessage(34);
    writeLogGap(message.gap);
    closeMessage(opened);
  }
  if (message.position != null && message.position !== "") writeString(42, message.position);
}

function readLogGap(reader: WireReader, into: LogGap | null): LogGap {
  let lines: number = 0;
  let bytes: number | undefined = undefined;
  let reason: string = "";
  let atUs: number = 0;
  if (into !== null) {
    lines = into.lines;
    bytes = into.bytes;
    reason = into.reason;
    atUs = into.atUs;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        lines = reader.uint64();
        break;
      case 16:
        bytes = reader.uint64();
        break;
      case 26:
        reason = reader.string();
        break;
      case 32:
        atUs = reader.uint64();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  const message: Mutable<LogGap> = { lines, reason, atUs };
  if (bytes !== undefined) message.bytes = bytes;
  return message;
}

function writeLogGap(message: LogGapInit): void {
  if (message.lines != null && message.lines !== 0) writeUint64(8, message.lines);
  if (message.bytes != null) writeUint64(16, message.bytes);
  if (message.reason != null && message.reason !== "") writeString(26, message.reason);
  if (message.atUs != null && message.atUs !== 0) writeUint64(32, message.atUs);
}

function readServerReport(reader: WireReader, into: ServerReport | null): ServerReport {
  let server: string = "";
  let pid: number = 0;
  let startedAtMs: number = 0;
  let instanceId: string = "";
  let bootId: string = "";
  let generation: number = 0;
  let configFile: string = "";
  let troubles: ErrorPdu[] = [];
  if (into !== null) {
    server = into.server;
    pid = into.pid;
    startedAtMs = into.startedAtMs;
    instanceId = into.instanceId;
    bootId = into.bootId;
    generation = into.generation;
    configFile = into.configFile;
    troubles = into.troubles as ErrorPdu[];
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        server = reader.string();
        break;
      case 16:
        pid = reader.uint32();
        break;
      case 24:
        startedAtMs = reader.uint64();
        break;
      case 34:
        instanceId = reader.string();
        break;
      case 42:
        bootId = reader.string();
        break;
      case 48:
        generation = reader.uint64();
        break;
      case 58:
        configFile = reader.string();
        break;
      case 66:
        troubles.push(readErrorPdu(reader, null));
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { server, pid, startedAtMs, instanceId, bootId, generation, configFile, troubles };
}

function writeServerReport(message: ServerReportInit): void {
  if (message.server != null && message.server !== "") writeString(10, message.server);
  if (message.pid != null && message.pid !== 0) writeUint32(16, message.pid);
  if (message.startedAtMs != null && message.startedAtMs !== 0) writeUint64(24, message.startedAtMs);
  if (message.instanceId != null && message.instanceId !== "") writeString(34, message.instanceId);
  if (message.bootId != null && message.bootId !== "") writeString(42, message.bootId);
  if (message.generation != null && message.generation !== 0) writeUint64(48, message.generation);
  if (message.configFile != null && message.configFile !== "") writeString(58, message.configFile);
  for (const one of message.troubles ?? []) {
    const opened = openMessage(66);
    writeErrorPdu(one);
    closeMessage(opened);
  }
}

function readValidationReport(reader: WireReader, into: ValidationReport | null): ValidationReport {
  let ok: boolean = false;
  let problems: Problem[] = [];
  let processes: number = 0;
  let files: number = 0;
  if (into !== null) {
    ok = into.ok;
    problems = into.problems as Problem[];
    processes = into.processes;
    files = into.files;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        ok = reader.bool();
        break;
      case 18:
        problems.push(readProblem(reader, null));
        break;
      case 24:
        processes = reader.uint32();
        break;
      case 32:
        files = reader.uint32();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { ok, problems, processes, files };
}

function writeValidationReport(message: ValidationReportInit): void {
  if (message.ok != null && message.ok !== false) writeBool(8, message.ok);
  for (const one of message.problems ?? []) {
    const opened = openMessage(18);
    writeProblem(one);
    closeMessage(opened);
  }
  if (message.processes != null && message.processes !== 0) writeUint32(24, message.processes);
  if (message.files != null && message.files !== 0) writeUint32(32, message.files);
}

function readProblem(reader: WireReader, into: Problem | null): Problem {
  let file: string = "";
  let line: number = 0;
  let column: number = 0;
  let message: string = "";
  let hint: string = "";
  if (into !== null) {
    file = into.file;
    line = into.line;
    column = into.column;
    message = into.message;
    hint = into.hint;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        file = reader.string();
        break;
      case 16:
        line = reader.uint32();
        break;
      case 24:
        column = reader.uint32();
        break;
      case 34:
        message = reader.string();
        break;
      case 42:
        hint = reader.string();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { file, line, column, message, hint };
}

function writeProblem(message: ProblemInit): void {
  if (message.file != null && message.file !== "") writeString(10, message.file);
  if (message.line != null && message.line !== 0) writeUint32(16, message.line);
  if (message.column != null && message.column !== 0) writeUint32(24, message.column);
  if (message.message != null && message.message !== "") writeString(34, message.message);
  if (message.hint != null && message.hint !== "") writeString(42, message.hint);
}

function readUpgradeReport(reader: WireReader, into: UpgradeReport | null): UpgradeReport {
  let from: string = "";
  let to: string = "";
  let pid: number = 0;
  let readyWithinMs: number = 0;
  if (into !== null) {
    from = into.from;
    to = into.to;
    pid = into.pid;
    readyWithinMs = into.readyWithinMs;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        from = reader.string();
        break;
      case 18:
        to = reader.string();
        break;
      case 24:
        pid = reader.uint32();
        break;
      case 32:
        readyWithinMs = reader.uint32();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  return { from, to, pid, readyWithinMs };
}

function writeUpgradeReport(message: UpgradeReportInit): void {
  if (message.from != null && message.from !== "") writeString(10, message.from);
  if (message.to != null && message.to !== "") writeString(18, message.to);
  if (message.pid != null && message.pid !== 0) writeUint32(24, message.pid);
  if (message.readyWithinMs != null && message.readyWithinMs !== 0) writeUint32(32, message.readyWithinMs);
}

function readExit(reader: WireReader, into: Exit | null): Exit {
  let code: number | undefined = undefined;
  let signal: string = "";
  let atMs: number = 0;
  let result: string = "";
  if (into !== null) {
    code = into.code;
    signal = into.signal;
    atMs = into.atMs;
    result = into.result;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 8:
        code = reader.int32();
        break;
      case 18:
        signal = reader.string();
        break;
      case 24:
        atMs = reader.uint64();
        break;
      case 34:
        result = reader.string();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  const message: Mutable<Exit> = { signal, atMs, result };
  if (code !== undefined) message.code = code;
  return message;
}

function writeExit(message: ExitInit): void {
  if (message.code != null) writeInt32(8, message.code);
  if (message.signal != null && message.signal !== "") writeString(18, message.signal);
  if (message.atMs != null && message.atMs !== 0) writeUint64(24, message.atMs);
  if (message.result != null && message.result !== "") writeString(34, message.result);
}

function readProcessStatus(reader: WireReader, into: ProcessStatus | null): ProcessStatus {
  let id: string = "";
  let group: string = "";
  let enabled: boolean = false;
  let state: number = 0;
  let desired: number = 0;
  let ready: boolean = false;
  let health: number = 0;
  let pid: number | undefined = undefined;
  let startedAtMs: number | undefined = undefined;
  let uptimeMs: number | undefined = undefined;
  let restarts: number = 0;
  let lastExit: Exit | null = null;
  let reason: string = "";
  let nextAttemptAtMs: number | undefined = undefined;
  let eventSequence: number = 0;
  let instance: number = 0;
  let limitUsed: number = 0;
  let limit: number = 0;
  if (into !== null) {
    id = into.id;
    group = into.group;
    enabled = into.enabled;
    state = into.state;
    desired = into.desired;
    ready = into.ready;
    health = into.health;
    pid = into.pid;
    startedAtMs = into.startedAtMs;
    uptimeMs = into.uptimeMs;
    restarts = into.restarts;
    lastExit = into.lastExit;
    reason = into.reason;
    nextAttemptAtMs = into.nextAttemptAtMs;
    eventSequence = into.eventSequence;
    instance = into.instance;
    limitUsed = into.limitUsed;
    limit = into.limit;
  }
  const outer = reader.open();
  while (reader.pos < reader.end) {
    const tag = reader.tag();
    switch (tag) {
      case 10:
        id = reader.string();
        break;
      case 18:
        group = reader.string();
        break;
      case 24:
        enabled = reader.bool();
        break;
      case 32:
        state = reader.int32();
        break;
      case 40:
        desired = reader.int32();
        break;
      case 48:
        ready = reader.bool();
        break;
      case 56:
        health = reader.int32();
        break;
      case 64:
        pid = reader.uint32();
        break;
      case 72:
        startedAtMs = reader.uint64();
        break;
      case 80:
        uptimeMs = reader.uint64();
        break;
      case 88:
        restarts = reader.uint32();
        break;
      case 98:
        lastExit = readExit(reader, lastExit);
        break;
      case 106:
        reason = reader.string();
        break;
      case 112:
        nextAttemptAtMs = reader.uint64();
        break;
      case 120:
        eventSequence = reader.uint64();
        break;
      case 128:
        instance = reader.uint32();
        break;
      case 136:
        limitUsed = reader.uint32();
        break;
      case 144:
        limit = reader.uint32();
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.end = outer;
  const message: Mutable<ProcessStatus> = { id, group, enabled, state, desired, ready, health, restarts, lastExit, reason, eventSequence, instance, limitUsed, limit };
  if (pid !== undefined) message.pid = pid;
  if (startedAtMs !== undefined) message.startedAtMs = startedAtMs;
  if (uptimeMs !== undefined) message.uptimeMs = uptimeMs;
  if (nextAttemptAtMs !== undefined) message.nextAttemptAtMs = nextAttemptAtMs;
  return message;
}

function writeProcessStatus(message: ProcessStatusInit): void {
  if (message.id != null && message.id !== "") writeString(10, message.id);
  if (message.group != null && message.group !== "") writeString(18, message.group);
  if (message.enabled != null && message.enabled !== false) writeBool(24, message.enabled);
  if (message.state != null && message.state !== 0) writeInt32(32, message.state);
  if (message.desired != null && message.desired !== 0) writeInt32(40, message.desired);
  if (message.ready != null && message.ready !== false) writeBool(48, message.ready);
  if (message.health != null && message.health !== 0) writeInt32(56, message.health);
  if (message.pid != null) writeUint32(64, message.pid);
  if (message.startedAtMs != null) writeUint64(72, message.startedAtMs);
  if (message.uptimeMs != null) writeUint64(80, message.uptimeMs);
  if (message.restarts != null && message.restarts !== 0) writeUint32(88, message.restarts);
  if (message.lastExit != null) {
    const opened = openMessage(98);
    writeExit(message.lastExit);
    closeMessage(opened);
  }
  if (message.reason != null && message.reason !== "") writeString(106, message.reason);
  if (message.nextAttemptAtMs != null) writeUint64(112, message.nextAttemptAtMs);
  if (message.eventSequence != null && message.eventSequence !== 0) writeUint64(120, message.eventSequence);
  if (message.instance != null && message.instance !== 0) writeUint32(128, message.instance);
  if (message.limitUsed != null && message.limitUsed !== 0) writeUint32(136, message.limitUsed);
  if (message.limit != null && message.limit !== 0) writeUint32(144, message.limit);
}
