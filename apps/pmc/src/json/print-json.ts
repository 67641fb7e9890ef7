import { escapeJson } from "../text/escape.ts";
import type { World } from "../world.ts";

/** Prints one JSON document; of several lines for people on a terminal, else of one line. */
export async function printJson(
  document: object,
  { stdout }: Pick<World, "stdout">,
): Promise<void> {
  const indent = stdout.isTerminal ? 2 : undefined;
  await stdout.write(`${escapeJson(JSON.stringify(document, undefined, indent))}\n`);
}
