import { once } from "node:events";
import type { IncomingMessage } from "node:http";

/** Gets a page on a connection of its own; the process is well when the status is from 200 to 399. */
export async function askHttp(url: string, signal: AbortSignal): Promise<string | null> {
  const { get } = url.startsWith("https:") ? await import("node:https") : await import("node:http");
  // As Kubernetes does: asked is whether it answers, not who it is, and local services have certificates of their own.
  const request = get(url, { agent: false, signal, rejectUnauthorized: false });
  const [response]: IncomingMessage[] = await once(request, "response");
  if (response === undefined) return "no response";
  const status = response.statusCode ?? 0;
  response.destroy();
  return status >= 200 && status < 400 ? null : `HTTP status ${status}`;
}
