import type { HookFacts } from "@dpm/process-core";

/** Posts the facts of an event as JSON. Throws unless the answer is a success. */
export async function postFacts(url: string, facts: HookFacts, signal: AbortSignal): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(facts),
    signal,
  });
  // Unread, the connection would stay open.
  await response.body?.cancel();
  if (!response.ok) throw new Error(`HTTP status ${response.status}`);
}
