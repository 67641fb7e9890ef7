import { appendFileSync } from "node:fs";
import { join } from "node:path";
import type { Result } from "@dpm/pdu";
import { type Client, connect } from "@dpm/rpc";
import { dial, parseAddress } from "@dpm/socket";
import { uptime } from "./births.ts";

/** What can be asked of pmd. */
export type Command = Parameters<Client["request"]>[0];

/** What became of a request. Results that arrived before a connection was lost count as answered. */
export interface Answer {
  /** `refused`: pmd said no, so that it was not done. `unknown`: nobody knows whether it was done. */
  readonly kind: "answered" | "refused" | "unknown";
  readonly reason: string;
  readonly results: readonly Result[];
  /** When it was over, in seconds since the boot. */
  readonly at: number;
}

/** Where to ask and where to write it down. */
export interface AskPlace {
  readonly folder: string;
  readonly socket: string;
}

/** Asks and writes question and answer into the history of the world. Never throws. */
export async function ask({ folder, socket }: AskPlace, command: Command): Promise<Answer> {
  const asked = uptime();
  const results: Result[] = [];
  const outcome = await carryOut(socket, command, results);
  const answer = { ...outcome, results, at: uptime() };
  const entry = JSON.stringify({ asked, command, answer }, bigNumbers);
  appendFileSync(join(folder, "history.jsonl"), `${entry}\n`);
  return answer;
}

async function carryOut(
  socket: string,
  command: Command,
  results: Result[],
): Promise<Pick<Answer, "kind" | "reason">> {
  let client: Client | undefined;
  try {
    const connection = await dial(parseAddress(`unix:${socket}`), { timeoutMs: 20_000 });
    client = await connect(connection, { client: "chaos 1.0", timeoutMs: 20_000 });
    for await (const result of client.request(command, { timeoutMs: 60_000 })) results.push(result);
    return { kind: "answered", reason: "" };
  } catch (error) {
    const { code = "", message } = error as { code?: string; message: string };
    // An error of the wire leaves open what happened; every other is pmd's own "no".
    const isRefusal = client !== undefined && code !== "" && !code.startsWith("ERR_DPM_WIRE");
    return { kind: isRefusal ? "refused" : "unknown", reason: `${code} ${message}` };
  } finally {
    client?.close();
  }
}

function bigNumbers(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}
