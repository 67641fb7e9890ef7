// Generated from proto/ by scripts/generate.ts. Do not edit.
import type { DecodedOneof, OneofInit } from "../one-of.ts";
import type { DesiredState, Health, ProcessState } from "./enums.ts";

/** Which processes a command is about. All fields empty: every defined process. */
export interface Selector {
  /** Ids, or globs over ids such as "web-*". */
  readonly ids: readonly string[];
  /** Names of groups. */
  readonly groups: readonly string[];
  /** Pids of running processes. */
  readonly pids: readonly number[];
}

/** What makes {@link Selector}: fields left out have their default. */
export interface SelectorInit {
  /** Ids, or globs over ids such as "web-*". */
  readonly ids?: readonly string[] | null | undefined;
  /** Names of groups. */
  readonly groups?: readonly string[] | null | undefined;
  /** Pids of running processes. */
  readonly pids?: readonly number[] | null | undefined;
}

/** Starts what is not running, in dependency order. Done already when it runs. */
export interface StartRequest {
  readonly selector: Selector | null;
}

/** What makes {@link StartRequest}: fields left out have their default. */
export interface StartRequestInit {
  readonly selector?: SelectorInit | null | undefined;
}

/** Stops with the whole process tree, in reverse dependency order. */
export interface StopRequest {
  readonly selector: Selector | null;
}

/** What makes {@link StopRequest}: fields left out have their default. */
export interface StopRequestInit {
  readonly selector?: SelectorInit | null | undefined;
}

/** Stops what runs and starts it again. */
export interface RestartRequest {
  readonly selector: Selector | null;
}

/** What makes {@link RestartRequest}: fields left out have their default. */
export interface RestartRequestInit {
  readonly selector?: SelectorInit | null | undefined;
}

/** Shows the status of all defined processes. */
export interface PingRequest {
  readonly selector: Selector | null;
}

/** What makes {@link PingRequest}: fields left out have their default. */
export interface PingRequestInit {
  readonly selector?: SelectorInit | null | undefined;
}

/** Sends a signal to the main process. */
export interface SignalRequest {
  readonly selector: Selector | null;
  /** A name such as "SIGHUP". */
  readonly signal: string;
}

/** What makes {@link SignalRequest}: fields left out have their default. */
export interface SignalRequestInit {
  readonly selector?: SelectorInit | null | undefined;
  /** A name such as "SIGHUP". */
  readonly signal?: string | null | undefined;
}

/** Sets the number of instances of one process. */
export interface ScaleRequest {
  /** The id of the process, without the number of an instance. */
  readonly id: string;
  /** How many instances shall run. */
  readonly count: number;
}

/** What makes {@link ScaleRequest}: fields left out have their default. */
export interface ScaleRequestInit {
  /** The id of the process, without the number of an instance. */
  readonly id?: string | null | undefined;
  /** How many instances shall run. */
  readonly count?: number | null | undefined;
}

/** Shows effective values. */
export interface ConfigDisplayRequest {
  readonly selector: Selector | null;
  /** Only values that differ from the built-in ones. */
  readonly overrides: boolean;
}

/** What makes {@link ConfigDisplayRequest}: fields left out have their default. */
export interface ConfigDisplayRequestInit {
  readonly selector?: SelectorInit | null | undefined;
  /** Only values that differ from the built-in ones. */
  readonly overrides?: boolean | null | undefined;
}

/** Reads the configuration again and applies the difference, all or nothing. */
export interface ConfigReloadRequest {
  /** Only report what would change. */
  readonly dryRun: boolean;
}

/** What makes {@link ConfigReloadRequest}: fields left out have their default. */
export interface ConfigReloadRequestInit {
  /** Only report what would change. */
  readonly dryRun?: boolean | null | undefined;
}

/** Changes one key of one process, in the running configuration and in the file that it came from. */
export interface ConfigSetRequest {
  readonly id: string;
  readonly assignments: readonly Assignment[];
}

/** What makes {@link ConfigSetRequest}: fields left out have their default. */
export interface ConfigSetRequestInit {
  readonly id?: string | null | undefined;
  readonly assignments?: readonly AssignmentInit[] | null | undefined;
}

/** A key and the text of its new value. */
export interface Assignment {
  readonly key: string;
  readonly value: string;
}

/** What makes {@link Assignment}: fields left out have their default. */
export interface AssignmentInit {
  readonly key?: string | null | undefined;
  readonly value?: string | null | undefined;
}

/** Defines a new process in the main file. */
export interface ConfigAddRequest {
  readonly id: string;
  readonly assignments: readonly Assignment[];
}

/** What makes {@link ConfigAddRequest}: fields left out have their default. */
export interface ConfigAddRequestInit {
  readonly id?: string | null | undefined;
  readonly assignments?: readonly AssignmentInit[] | null | undefined;
}

/** Stops a process and takes its definition out of the file that it came from. */
export interface ConfigDeleteRequest {
  readonly id: string;
}

/** What makes {@link ConfigDeleteRequest}: fields left out have their default. */
export interface ConfigDeleteRequestInit {
  readonly id?: string | null | undefined;
}

/** Checks the files on disk and changes nothing. */
export interface ConfigValidateRequest {
}

/** What makes {@link ConfigValidateRequest}: fields left out have their default. */
export interface ConfigValidateRequestInit {
}

/** Shows the server's settings. */
export interface SettingDisplayRequest {
  /** One name; empty for all. */
  readonly name: string;
}

/** What makes {@link SettingDisplayRequest}: fields left out have their default. */
export interface SettingDisplayRequestInit {
  /** One name; empty for all. */
  readonly name?: string | null | undefined;
}

/** Changes one setting, in the running server where that is possible, and in its file. */
export interface SettingSetRequest {
  readonly assignments: readonly Assignment[];
}

/** What makes {@link SettingSetRequest}: fields left out have their default. */
export interface SettingSetRequestInit {
  readonly assignments?: readonly AssignmentInit[] | null | undefined;
}

/** Reads the settings again and applies those that need no restart. */
export interface SettingReloadRequest {
}

/** What makes {@link SettingReloadRequest}: fields left out have their default. */
export interface SettingReloadRequestInit {
}

/** Reads captured output. */
export interface LogsRequest {
  readonly id: string;
  /** Goes on with what is written later, until cancelled. */
  readonly follow: boolean;
  /** How many of the last lines first; absent for all. */
  readonly lines?: number;
  /** Since 1.1: only what came since then, in microseconds since 1970, as far as times are known; absent for all. */
  readonly sinceUs?: number;
  /** Since 1.1: whether chunks carry their times; they are smaller then. */
  readonly times: boolean;
  /** Since 1.2: whether chunks carry the positions behind them; with follow. The first chunk of each stream may have nothing else. */
  readonly positions: boolean;
  /** Since 1.2: where to go on, instead of lines and since_us, for each stream that is named; with follow. */
  readonly after: readonly LogPosition[];
}

/** What makes {@link LogsRequest}: fields left out have their default. */
export interface LogsRequestInit {
  readonly id?: string | null | undefined;
  /** Goes on with what is written later, until cancelled. */
  readonly follow?: boolean | null | undefined;
  /** How many of the last lines first; absent for all. */
  readonly lines?: number | null | undefined;
  /** Since 1.1: only what came since then, in microseconds since 1970, as far as times are known; absent for all. */
  readonly sinceUs?: number | null | undefined;
  /** Since 1.1: whether chunks carry their times; they are smaller then. */
  readonly times?: boolean | null | undefined;
  /** Since 1.2: whether chunks carry the positions behind them; with follow. The first chunk of each stream may have nothing else. */
  readonly positions?: boolean | null | undefined;
  /** Since 1.2: where to go on, instead of lines and since_us, for each stream that is named; with follow. */
  readonly after?: readonly LogPositionInit[] | null | undefined;
}

/** Since 1.2: a place in the output of a process, that stays right over rotation and over restarts of the server. */
export interface LogPosition {
  /** "stdout" or "stderr". */
  readonly stream: string;
  /** LogChunk.position of the last chunk of that stream that was taken; only the server can read it. */
  readonly position: string;
}

/** What makes {@link LogPosition}: fields left out have their default. */
export interface LogPositionInit {
  /** "stdout" or "stderr". */
  readonly stream?: string | null | undefined;
  /** LogChunk.position of the last chunk of that stream that was taken; only the server can read it. */
  readonly position?: string | null | undefined;
}

/** Ends the server. */
export interface ShutdownRequest {
  /** Lets the processes run on. */
  readonly leave: boolean;
}

/** What makes {@link ShutdownRequest}: fields left out have their default. */
export interface ShutdownRequestInit {
  /** Lets the processes run on. */
  readonly leave?: boolean | null | undefined;
}

/** Asks who the server is. */
export interface VersionRequest {
}

/** What makes {@link VersionRequest}: fields left out have their default. */
export interface VersionRequestInit {
}

/** Puts another program in the place of the server's: its pid, the processes and the listening sockets stay. The server answers once it has found the program to be fit, and closes the connection; who connects then waits for the new program. */
export interface UpgradeRequest {
  /** The path of the program, absolute. Empty: the one that runs, as it is on disk now. */
  readonly program: string;
  /** How long it may take to be ready before the former program comes back. 0: 30 s. */
  readonly readyWithinMs: number;
}

/** What makes {@link UpgradeRequest}: fields left out have their default. */
export interface UpgradeRequestInit {
  /** The path of the program, absolute. Empty: the one that runs, as it is on disk now. */
  readonly program?: string | null | undefined;
  /** How long it may take to be ready before the former program comes back. 0: 30 s. */
  readonly readyWithinMs?: number | null | undefined;
}

/** The only message that is framed. */
export type Frame = {
  /** Chosen by the client, unique among its open requests on this connection; 0 for frames about the connection itself. */
  readonly requestId: number;
} & DecodedOneof<"body", {
  /** Client, first frame. */
  readonly hello: Hello;
  /** Server, answer to Hello. */
  readonly welcome: Welcome;
  /** Client, answer to Welcome when Welcome.proof_required. */
  readonly proof: Proof;
  /** Server, answer to a right Proof; right after Welcome when none is required. */
  readonly accepted: Accepted;
  /** Server, instead of Welcome or Accepted; it closes the connection afterwards. */
  readonly refused: Refused;
  /** Client. */
  readonly request: Request;
  /** Server, any number for each request. */
  readonly result: Result;
  /** Server, exactly one for each request; the last frame with its id. */
  readonly end: End;
  /** Client: ends a request early. The server still answers with End. */
  readonly cancel: Cancel;
  /** Client: allows more Results of a request. */
  readonly credit: Credit;
  /** Either side, when it heard nothing for a while; answered by a KeepAlive with reply set. */
  readonly keepAlive: KeepAlive;
}>;

/** What makes {@link Frame}: fields left out have their default. */
export type FrameInit = {
  /** Chosen by the client, unique among its open requests on this connection; 0 for frames about the connection itself. */
  readonly requestId?: number | null | undefined;
} & OneofInit<"body", {
  /** Client, first frame. */
  readonly hello: HelloInit;
  /** Server, answer to Hello. */
  readonly welcome: WelcomeInit;
  /** Client, answer to Welcome when Welcome.proof_required. */
  readonly proof: ProofInit;
  /** Server, answer to a right Proof; right after Welcome when none is required. */
  readonly accepted: AcceptedInit;
  /** Server, instead of Welcome or Accepted; it closes the connection afterwards. */
  readonly refused: RefusedInit;
  /** Client. */
  readonly request: RequestInit;
  /** Server, any number for each request. */
  readonly result: ResultInit;
  /** Server, exactly one for each request; the last frame with its id. */
  readonly end: EndInit;
  /** Client: ends a request early. The server still answers with End. */
  readonly cancel: CancelInit;
  /** Client: allows more Results of a request. */
  readonly credit: CreditInit;
  /** Either side, when it heard nothing for a while; answered by a KeepAlive with reply set. */
  readonly keepAlive: KeepAliveInit;
}>;

/** A version of the interface. */
export interface Version {
  /** Peers with different majors do not talk. */
  readonly major: number;
  /** Grows with each addition. */
  readonly minor: number;
}

/** What makes {@link Version}: fields left out have their default. */
export interface VersionInit {
  /** Peers with different majors do not talk. */
  readonly major?: number | null | undefined;
  /** Grows with each addition. */
  readonly minor?: number | null | undefined;
}

/** Opens a connection. */
export interface Hello {
  /** The version that the client was written for. */
  readonly version: Version | null;
  /** Who calls, for logs: program and version, such as "pmc 1.0.0". */
  readonly client: string;
  /** 32 random bytes, new for each connection. */
  readonly nonce: Uint8Array;
  /** Which credential the client holds; empty is the server's own token file. */
  readonly credentialId: string;
  /** False when the client holds no credential at all, so that a server that needs one can say so. */
  readonly hasCredential: boolean;
}

/** What makes {@link Hello}: fields left out have their default. */
export interface HelloInit {
  /** The version that the client was written for. */
  readonly version?: VersionInit | null | undefined;
  /** Who calls, for logs: program and version, such as "pmc 1.0.0". */
  readonly client?: string | null | undefined;
  /** 32 random bytes, new for each connection. */
  readonly nonce?: Uint8Array | null | undefined;
  /** Which credential the client holds; empty is the server's own token file. */
  readonly credentialId?: string | null | undefined;
  /** False when the client holds no credential at all, so that a server that needs one can say so. */
  readonly hasCredential?: boolean | null | undefined;
}

/** The server introduces itself, and proves that it knows the token, before it is told anything. */
export interface Welcome {
  /** The version that the server speaks. */
  readonly version: Version | null;
  /** Program and version, such as "pmd 1.0.0". */
  readonly server: string;
  /** 32 random bytes, new for each connection. */
  readonly nonce: Uint8Array;
  /** HMAC-SHA-256 with the token as key over "dpm/1 server", a zero byte, Hello.nonce and Welcome.nonce. Empty when no proof is required. */
  readonly proof: Uint8Array;
  /** Whether the client must send Proof before its first request. */
  readonly proofRequired: boolean;
  /** Names of the commands that the server carries out, such as "start" and "config.set". */
  readonly capabilities: readonly string[];
  /** Names this server's state directory; stays over restarts of the server. */
  readonly instanceId: string;
  /** Names this boot of the machine. */
  readonly bootId: string;
  /** Grows with each applied change of configuration. */
  readonly generation: number;
}

/** What makes {@link Welcome}: fields left out have their default. */
export interface WelcomeInit {
  /** The version that the server speaks. */
  readonly version?: VersionInit | null | undefined;
  /** Program and version, such as "pmd 1.0.0". */
  readonly server?: string | null | undefined;
  /** 32 random bytes, new for each connection. */
  readonly nonce?: Uint8Array | null | undefined;
  /** HMAC-SHA-256 with the token as key over "dpm/1 server", a zero byte, Hello.nonce and Welcome.nonce. Empty when no proof is required. */
  readonly proof?: Uint8Array | null | undefined;
  /** Whether the client must send Proof before its first request. */
  readonly proofRequired?: boolean | null | undefined;
  /** Names of the commands that the server carries out, such as "start" and "config.set". */
  readonly capabilities?: readonly string[] | null | undefined;
  /** Names this server's state directory; stays over restarts of the server. */
  readonly instanceId?: string | null | undefined;
  /** Names this boot of the machine. */
  readonly bootId?: string | null | undefined;
  /** Grows with each applied change of configuration. */
  readonly generation?: number | null | undefined;
}

/** The client proves that it knows the token. */
export interface Proof {
  /** HMAC-SHA-256 with the token as key over "dpm/1 client", a zero byte, Hello.nonce and Welcome.nonce. */
  readonly proof: Uint8Array;
}

/** What makes {@link Proof}: fields left out have their default. */
export interface ProofInit {
  /** HMAC-SHA-256 with the token as key over "dpm/1 client", a zero byte, Hello.nonce and Welcome.nonce. */
  readonly proof?: Uint8Array | null | undefined;
}

/** The proof was right, or none was required; requests may follow. A client may send its first request together with its Proof. */
export interface Accepted {
  /** What the client may do: "read", "operate" or "admin". */
  readonly permission: string;
}

/** What makes {@link Accepted}: fields left out have their default. */
export interface AcceptedInit {
  /** What the client may do: "read", "operate" or "admin". */
  readonly permission?: string | null | undefined;
}

/** The handshake failed; the connection is closed. */
export interface Refused {
  /** Why, with what to do about it. */
  readonly error: ErrorPdu | null;
  /** The version that the server speaks, so that the client can say which side to upgrade. */
  readonly version: Version | null;
}

/** What makes {@link Refused}: fields left out have their default. */
export interface RefusedInit {
  /** Why, with what to do about it. */
  readonly error?: ErrorPduInit | null | undefined;
  /** The version that the server speaks, so that the client can say which side to upgrade. */
  readonly version?: VersionInit | null | undefined;
}

/** Asks for one command. */
export type Request = {
  /** 16 random bytes that name this request across connections: sent again, it runs once and is answered alike. Empty: no such promise. */
  readonly key: Uint8Array;
  /** How long the client waits; the server gives up then too. 0: no limit. */
  readonly timeoutMs: number;
  /** How many Results the server may send before it needs Credit. */
  readonly credit: number;
} & DecodedOneof<"command", {
  readonly start: StartRequest;
  readonly stop: StopRequest;
  readonly restart: RestartRequest;
  readonly ping: PingRequest;
  readonly signal: SignalRequest;
  readonly scale: ScaleRequest;
  readonly configDisplay: ConfigDisplayRequest;
  readonly configReload: ConfigReloadRequest;
  readonly configSet: ConfigSetRequest;
  readonly configAdd: ConfigAddRequest;
  readonly configDelete: ConfigDeleteRequest;
  readonly configValidate: ConfigValidateRequest;
  readonly settingDisplay: SettingDisplayRequest;
  readonly settingSet: SettingSetRequest;
  readonly settingReload: SettingReloadRequest;
  readonly logs: LogsRequest;
  readonly shutdown: ShutdownRequest;
  readonly version: VersionRequest;
  readonly upgrade: UpgradeRequest;
}>;

/** What makes {@link Request}: fields left out have their default. */
export type RequestInit = {
  /** 16 random bytes that name this request across connections: sent again, it runs once and is answered alike. Empty: no such promise. */
  readonly key?: Uint8Array | null | undefined;
  /** How long the client waits; the server gives up then too. 0: no limit. */
  readonly timeoutMs?: number | null | undefined;
  /** How many Results the server may send before it needs Credit. */
  readonly credit?: number | null | undefined;
} & OneofInit<"command", {
  readonly start: StartRequestInit;
  readonly stop: StopRequestInit;
  readonly restart: RestartRequestInit;
  readonly ping: PingRequestInit;
  readonly signal: SignalRequestInit;
  readonly scale: ScaleRequestInit;
  readonly configDisplay: ConfigDisplayRequestInit;
  readonly configReload: ConfigReloadRequestInit;
  readonly configSet: ConfigSetRequestInit;
  readonly configAdd: ConfigAddRequestInit;
  readonly configDelete: ConfigDeleteRequestInit;
  readonly configValidate: ConfigValidateRequestInit;
  readonly settingDisplay: SettingDisplayRequestInit;
  readonly settingSet: SettingSetRequestInit;
  readonly settingReload: SettingReloadRequestInit;
  readonly logs: LogsRequestInit;
  readonly shutdown: ShutdownRequestInit;
  readonly version: VersionRequestInit;
  readonly upgrade: UpgradeRequestInit;
}>;

/** One part of an answer. Results of one request arrive in order. */
export type Result = {
} & DecodedOneof<"payload", {
  readonly processes: ProcessResults;
  readonly config: ConfigReport;
  readonly reload: ReloadReport;
  readonly edit: EditReport;
  readonly settings: SettingReport;
  readonly log: LogChunk;
  readonly server: ServerReport;
  readonly validation: ValidationReport;
  readonly upgrade: UpgradeReport;
}>;

/** What makes {@link Result}: fields left out have their default. */
export type ResultInit = {
} & OneofInit<"payload", {
  readonly processes: ProcessResultsInit;
  readonly config: ConfigReportInit;
  readonly reload: ReloadReportInit;
  readonly edit: EditReportInit;
  readonly settings: SettingReportInit;
  readonly log: LogChunkInit;
  readonly server: ServerReportInit;
  readonly validation: ValidationReportInit;
  readonly upgrade: UpgradeReportInit;
}>;

/** Ends a request. */
export interface End {
  /** Absent when the request was carried out; rows of it may have failed nevertheless. */
  readonly error: ErrorPdu | null;
}

/** What makes {@link End}: fields left out have their default. */
export interface EndInit {
  /** Absent when the request was carried out; rows of it may have failed nevertheless. */
  readonly error?: ErrorPduInit | null | undefined;
}

/** Asks the server to stop working on a request. */
export interface Cancel {
}

/** What makes {@link Cancel}: fields left out have their default. */
export interface CancelInit {
}

/** Flow control: the server sends no more Results than it was allowed. */
export interface Credit {
  /** How many more. */
  readonly results: number;
}

/** What makes {@link Credit}: fields left out have their default. */
export interface CreditInit {
  /** How many more. */
  readonly results?: number | null | undefined;
}

/** Shows that the sender is there. */
export interface KeepAlive {
  /** True in the answer. */
  readonly reply: boolean;
}

/** What makes {@link KeepAlive}: fields left out have their default. */
export interface KeepAliveInit {
  /** True in the answer. */
  readonly reply?: boolean | null | undefined;
}

/** Why a request, a row of it or a handshake failed. Never carries a stack. */
export interface ErrorPdu {
  /** One of the categories of docs/errors.md, such as "not-found". An unknown one counts as "internal". */
  readonly category: string;
  /** The stable name, such as "ERR_DPM_PROCESS_NOT_FOUND". Never changes its meaning. */
  readonly code: string;
  /** One sentence that names the place. */
  readonly message: string;
  /** What the user can do; empty when there is nothing to say. */
  readonly hint: string;
  /** The typed details of the code, as a JSON object; empty when there are none. */
  readonly detailsJson: string;
}

/** What makes {@link ErrorPdu}: fields left out have their default. */
export interface ErrorPduInit {
  /** One of the categories of docs/errors.md, such as "not-found". An unknown one counts as "internal". */
  readonly category?: string | null | undefined;
  /** The stable name, such as "ERR_DPM_PROCESS_NOT_FOUND". Never changes its meaning. */
  readonly code?: string | null | undefined;
  /** One sentence that names the place. */
  readonly message?: string | null | undefined;
  /** What the user can do; empty when there is nothing to say. */
  readonly hint?: string | null | undefined;
  /** The typed details of the code, as a JSON object; empty when there are none. */
  readonly detailsJson?: string | null | undefined;
}

/** Rows about processes. Many rows share a frame where they are ready together. */
export interface ProcessResults {
  readonly rows: readonly ProcessResult[];
}

/** What makes {@link ProcessResults}: fields left out have their default. */
export interface ProcessResultsInit {
  readonly rows?: readonly ProcessResultInit[] | null | undefined;
}

/** One process in the answer to a command. */
export interface ProcessResult {
  readonly status: ProcessStatus | null;
  /** False for a row that shows progress: another row for the same process follows. */
  readonly done: boolean;
  /** Whether what was asked came true for this process. Meaningless while not done. */
  readonly ok: boolean;
  /** Why not. */
  readonly error: ErrorPdu | null;
}

/** What makes {@link ProcessResult}: fields left out have their default. */
export interface ProcessResultInit {
  readonly status?: ProcessStatusInit | null | undefined;
  /** False for a row that shows progress: another row for the same process follows. */
  readonly done?: boolean | null | undefined;
  /** Whether what was asked came true for this process. Meaningless while not done. */
  readonly ok?: boolean | null | undefined;
  /** Why not. */
  readonly error?: ErrorPduInit | null | undefined;
}

/** Where a value comes from. */
export interface Origin {
  /** "built-in", "defaults", "group", "process", "local", "environment", "command-line". */
  readonly layer: string;
  /** Empty where the layer has no file. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What makes {@link Origin}: fields left out have their default. */
export interface OriginInit {
  /** "built-in", "defaults", "group", "process", "local", "environment", "command-line". */
  readonly layer?: string | null | undefined;
  /** Empty where the layer has no file. */
  readonly file?: string | null | undefined;
  readonly line?: number | null | undefined;
  readonly column?: number | null | undefined;
}

/** One effective value. */
export interface Value {
  readonly key: string;
  /** As it would be written in a file. Secrets are masked. */
  readonly value: string;
  readonly origin: Origin | null;
  /** What it hides, strongest first. */
  readonly hides: readonly HiddenValue[];
}

/** What makes {@link Value}: fields left out have their default. */
export interface ValueInit {
  readonly key?: string | null | undefined;
  /** As it would be written in a file. Secrets are masked. */
  readonly value?: string | null | undefined;
  readonly origin?: OriginInit | null | undefined;
  /** What it hides, strongest first. */
  readonly hides?: readonly HiddenValueInit[] | null | undefined;
}

/** A value that a stronger layer hides. */
export interface HiddenValue {
  readonly value: string;
  readonly origin: Origin | null;
}

/** What makes {@link HiddenValue}: fields left out have their default. */
export interface HiddenValueInit {
  readonly value?: string | null | undefined;
  readonly origin?: OriginInit | null | undefined;
}

/** Effective values of processes. */
export interface ConfigReport {
  readonly processes: readonly ProcessConfig[];
}

/** What makes {@link ConfigReport}: fields left out have their default. */
export interface ConfigReportInit {
  readonly processes?: readonly ProcessConfigInit[] | null | undefined;
}

/** The effective values of one process. */
export interface ProcessConfig {
  readonly id: string;
  readonly group: string;
  readonly values: readonly Value[];
}

/** What makes {@link ProcessConfig}: fields left out have their default. */
export interface ProcessConfigInit {
  readonly id?: string | null | undefined;
  readonly group?: string | null | undefined;
  readonly values?: readonly ValueInit[] | null | undefined;
}

/** What a reload changed. */
export interface ReloadReport {
  readonly added: readonly string[];
  readonly changed: readonly ChangedProcess[];
  readonly removed: readonly string[];
  /** Settings that were applied. */
  readonly settingsChanged: readonly string[];
  /** Settings that wait for a restart of the server. */
  readonly settingsNeedRestart: readonly string[];
  readonly generation: number;
  /** Nothing was applied, since only the difference was asked for. */
  readonly dryRun: boolean;
}

/** What makes {@link ReloadReport}: fields left out have their default. */
export interface ReloadReportInit {
  readonly added?: readonly string[] | null | undefined;
  readonly changed?: readonly ChangedProcessInit[] | null | undefined;
  readonly removed?: readonly string[] | null | undefined;
  /** Settings that were applied. */
  readonly settingsChanged?: readonly string[] | null | undefined;
  /** Settings that wait for a restart of the server. */
  readonly settingsNeedRestart?: readonly string[] | null | undefined;
  readonly generation?: number | null | undefined;
  /** Nothing was applied, since only the difference was asked for. */
  readonly dryRun?: boolean | null | undefined;
}

/** A process whose definition changed. */
export interface ChangedProcess {
  readonly id: string;
  readonly keys: readonly string[];
  /** Whether the running instance has to be replaced for it. */
  readonly restarted: boolean;
}

/** What makes {@link ChangedProcess}: fields left out have their default. */
export interface ChangedProcessInit {
  readonly id?: string | null | undefined;
  readonly keys?: readonly string[] | null | undefined;
  /** Whether the running instance has to be replaced for it. */
  readonly restarted?: boolean | null | undefined;
}

/** What an edit wrote. */
export interface EditReport {
  readonly file: string;
  readonly line: number;
  readonly values: readonly Value[];
  /** Names among the values that take effect only after a restart of the server. */
  readonly needRestart: readonly string[];
  /** True when every value stood there already; nothing was written. */
  readonly unchanged: boolean;
}

/** What makes {@link EditReport}: fields left out have their default. */
export interface EditReportInit {
  readonly file?: string | null | undefined;
  readonly line?: number | null | undefined;
  readonly values?: readonly ValueInit[] | null | undefined;
  /** Names among the values that take effect only after a restart of the server. */
  readonly needRestart?: readonly string[] | null | undefined;
  /** True when every value stood there already; nothing was written. */
  readonly unchanged?: boolean | null | undefined;
}

/** The server's settings. */
export interface SettingReport {
  readonly settings: readonly Setting[];
}

/** What makes {@link SettingReport}: fields left out have their default. */
export interface SettingReportInit {
  readonly settings?: readonly SettingInit[] | null | undefined;
}

/** One setting of the server. */
export interface Setting {
  readonly value: Value | null;
  /** Whether it can be changed while the server runs. */
  readonly writable: boolean;
  readonly needsRestart: boolean;
  readonly description: string;
  /** Since 1.2: the value that the server works with until it is restarted; absent when that is the value above. */
  readonly inForce?: string;
}

/** What makes {@link Setting}: fields left out have their default. */
export interface SettingInit {
  readonly value?: ValueInit | null | undefined;
  /** Whether it can be changed while the server runs. */
  readonly writable?: boolean | null | undefined;
  readonly needsRestart?: boolean | null | undefined;
  readonly description?: string | null | undefined;
  /** Since 1.2: the value that the server works with until it is restarted; absent when that is the value above. */
  readonly inForce?: string | null | undefined;
}

/** A piece of captured output, raw. */
export interface LogChunk {
  /** "stdout" or "stderr"; "stdout" when both are merged. */
  readonly stream: string;
  readonly data: Uint8Array;
  /** Since 1.1: when it came, in microseconds since 1970; absent when that is unknown or was not asked for. */
  readonly timeUs?: number;
  /** Since 1.1: at this place something is missing; data is empty then. */
  readonly gap: LogGap | null;
  /** Since 1.2: the position behind this chunk, for LogPosition; empty when it was not asked for. */
  readonly position: string;
}

/** What makes {@link LogChunk}: fields left out have their default. */
export interface LogChunkInit {
  /** "stdout" or "stderr"; "stdout" when both are merged. */
  readonly stream?: string | null | undefined;
  readonly data?: Uint8Array | null | undefined;
  /** Since 1.1: when it came, in microseconds since 1970; absent when that is unknown or was not asked for. */
  readonly timeUs?: number | null | undefined;
  /** Since 1.1: at this place something is missing; data is empty then. */
  readonly gap?: LogGapInit | null | undefined;
  /** Since 1.2: the position behind this chunk, for LogPosition; empty when it was not asked for. */
  readonly position?: string | null | undefined;
}

/** Output that could not be kept. */
export interface LogGap {
  /** Since 1.2: 0 when it is unknown whether anything is missing. */
  readonly lines: number;
  /** Absent when it is unknown. */
  readonly bytes?: number;
  /** Why, in words, such as "no space left on device"; empty when it is unknown. */
  readonly reason: string;
  /** In microseconds since 1970. */
  readonly atUs: number;
}

/** What makes {@link LogGap}: fields left out have their default. */
export interface LogGapInit {
  /** Since 1.2: 0 when it is unknown whether anything is missing. */
  readonly lines?: number | null | undefined;
  /** Absent when it is unknown. */
  readonly bytes?: number | null | undefined;
  /** Why, in words, such as "no space left on device"; empty when it is unknown. */
  readonly reason?: string | null | undefined;
  /** In microseconds since 1970. */
  readonly atUs?: number | null | undefined;
}

/** Who the server is and how it fares. */
export interface ServerReport {
  /** Program and version, such as "pmd 1.0.0". */
  readonly server: string;
  readonly pid: number;
  readonly startedAtMs: number;
  readonly instanceId: string;
  readonly bootId: string;
  readonly generation: number;
  readonly configFile: string;
  /** What troubles the server now, such as a state directory that can't be written. */
  readonly troubles: readonly ErrorPdu[];
}

/** What makes {@link ServerReport}: fields left out have their default. */
export interface ServerReportInit {
  /** Program and version, such as "pmd 1.0.0". */
  readonly server?: string | null | undefined;
  readonly pid?: number | null | undefined;
  readonly startedAtMs?: number | null | undefined;
  readonly instanceId?: string | null | undefined;
  readonly bootId?: string | null | undefined;
  readonly generation?: number | null | undefined;
  readonly configFile?: string | null | undefined;
  /** What troubles the server now, such as a state directory that can't be written. */
  readonly troubles?: readonly ErrorPduInit[] | null | undefined;
}

/** What a check of the files found. */
export interface ValidationReport {
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  readonly processes: number;
  readonly files: number;
}

/** What makes {@link ValidationReport}: fields left out have their default. */
export interface ValidationReportInit {
  readonly ok?: boolean | null | undefined;
  readonly problems?: readonly ProblemInit[] | null | undefined;
  readonly processes?: number | null | undefined;
  readonly files?: number | null | undefined;
}

/** One thing that is wrong in a file. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint: string;
}

/** What makes {@link Problem}: fields left out have their default. */
export interface ProblemInit {
  readonly file?: string | null | undefined;
  readonly line?: number | null | undefined;
  readonly column?: number | null | undefined;
  readonly message?: string | null | undefined;
  readonly hint?: string | null | undefined;
}

/** What is about to take the server's place. */
export interface UpgradeReport {
  /** Program and version, such as "pmd 1.0.0". */
  readonly from: string;
  readonly to: string;
  readonly pid: number;
  /** After this time the former program comes back, unless the new one is ready. */
  readonly readyWithinMs: number;
}

/** What makes {@link UpgradeReport}: fields left out have their default. */
export interface UpgradeReportInit {
  /** Program and version, such as "pmd 1.0.0". */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly pid?: number | null | undefined;
  /** After this time the former program comes back, unless the new one is ready. */
  readonly readyWithinMs?: number | null | undefined;
}

/** How an instance ended. Neither code nor signal: it ended where the server could not see how. */
export interface Exit {
  readonly code?: number;
  /** A name such as "SIGKILL"; empty when it was not a signal. */
  readonly signal: string;
  /** Milliseconds since 1970, UTC. */
  readonly atMs: number;
  /** systemd's words: success, exit-code, signal, core-dump, timeout, watchdog; and ours: probe, exec-failed, dependency-failed, requested, unknown. */
  readonly result: string;
}

/** What makes {@link Exit}: fields left out have their default. */
export interface ExitInit {
  readonly code?: number | null | undefined;
  /** A name such as "SIGKILL"; empty when it was not a signal. */
  readonly signal?: string | null | undefined;
  /** Milliseconds since 1970, UTC. */
  readonly atMs?: number | null | undefined;
  /** systemd's words: success, exit-code, signal, core-dump, timeout, watchdog; and ours: probe, exec-failed, dependency-failed, requested, unknown. */
  readonly result?: string | null | undefined;
}

/** The status of one process. */
export interface ProcessStatus {
  readonly id: string;
  /** Empty when it is in no group. */
  readonly group: string;
  readonly enabled: boolean;
  readonly state: ProcessState;
  readonly desired: DesiredState;
  readonly ready: boolean;
  readonly health: Health;
  /** Absent when nothing runs. */
  readonly pid?: number;
  /** Milliseconds since 1970, UTC; absent when nothing runs. */
  readonly startedAtMs?: number;
  /** By the monotonic clock; absent when nothing runs. */
  readonly uptimeMs?: number;
  /** How often it was started again by the server since it was last started by a person. */
  readonly restarts: number;
  /** Absent when no instance has ended yet. */
  readonly lastExit: Exit | null;
  /** Why it is in this state, for people. */
  readonly reason: string;
  /** Milliseconds since 1970, UTC; absent when no attempt is planned. */
  readonly nextAttemptAtMs?: number;
  /** The number of the last event of this process; grows by one with each. */
  readonly eventSequence: number;
  /** The number of this instance of a scaled process, from 0. */
  readonly instance: number;
  /** How many starts the startLimit counts now, and how many it allows; 0 when there is no limit. */
  readonly limitUsed: number;
  readonly limit: number;
}

/** What makes {@link ProcessStatus}: fields left out have their default. */
export interface ProcessStatusInit {
  readonly id?: string | null | undefined;
  /** Empty when it is in no group. */
  readonly group?: string | null | undefined;
  readonly enabled?: boolean | null | undefined;
  readonly state?: ProcessState | null | undefined;
  readonly desired?: DesiredState | null | undefined;
  readonly ready?: boolean | null | undefined;
  readonly health?: Health | null | undefined;
  /** Absent when nothing runs. */
  readonly pid?: number | null | undefined;
  /** Milliseconds since 1970, UTC; absent when nothing runs. */
  readonly startedAtMs?: number | null | undefined;
  /** By the monotonic clock; absent when nothing runs. */
  readonly uptimeMs?: number | null | undefined;
  /** How often it was started again by the server since it was last started by a person. */
  readonly restarts?: number | null | undefined;
  /** Absent when no instance has ended yet. */
  readonly lastExit?: ExitInit | null | undefined;
  /** Why it is in this state, for people. */
  readonly reason?: string | null | undefined;
  /** Milliseconds since 1970, UTC; absent when no attempt is planned. */
  readonly nextAttemptAtMs?: number | null | undefined;
  /** The number of the last event of this process; grows by one with each. */
  readonly eventSequence?: number | null | undefined;
  /** The number of this instance of a scaled process, from 0. */
  readonly instance?: number | null | undefined;
  /** How many starts the startLimit counts now, and how many it allows; 0 when there is no limit. */
  readonly limitUsed?: number | null | undefined;
  readonly limit?: number | null | undefined;
}
