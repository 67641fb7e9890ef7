import type { ErrorReport } from "@dpm/errors";

import type { World } from "../world.ts";
import { escapeLine, escapeLines } from "./escape.ts";

/** An error as people read it: the message, then the hint indented. */
export function errorText(error: ErrorReport, where = ""): string {
  const message = `pmc: ${where === "" ? "" : `${escapeLine(where)}: `}${escapeLines(error.message)}\n`;
  if (error.hint === undefined) return message;
  return `${message}${escapeLines(error.hint).replaceAll(/^/gmu, "     ")}\n`;
}

function bugReport(error: ErrorReport, world: World, cause: unknown): string {
  const lines = [
    ["code", error.code],
    ["pmc", world.version],
    ["node", `${process.version} on ${process.platform} ${process.arch}`],
    // Options may hold paths and addresses that are nobody's business: only the first word.
    ["command", world.argv.find((word) => /^[a-z]+$/u.test(word)) ?? ""],
    ...(cause instanceof Error ? [["cause", `${cause.name}: ${cause.message}`]] : []),
  ];
  const rows = lines.map(
    ([name = "", text = ""]) => `       ${name.padEnd(8)} ${escapeLine(text)}\n`,
  );
  return `     This is a bug. A report of it should say what you did, and:\n${rows.join("")}`;
}

/** Prints an error for people on standard error; one from inside with what a bug report needs. Never a stack. */
export async function printError(
  error: ErrorReport,
  world: World,
  context: { readonly where?: string; readonly cause?: unknown } = {},
): Promise<void> {
  const isInternal = error.category === "internal";
  // What went wrong inside of pmc itself is in no log of the daemon, as the hint would say.
  const { hint: _, ...hintless } = error;
  const isOwn = isInternal && context.cause !== undefined;
  const text = errorText(isOwn ? hintless : error, context.where);
  const report = isInternal ? bugReport(error, world, context.cause) : "";
  await world.stderr.write(text + report);
}
