import { escapeControls } from "./escape-controls.ts";

/** How lines for people look. */
export interface PrettyOptions {
  readonly color: boolean;
}

const colors: Readonly<Record<string, string>> = {
  trace: "90",
  debug: "90",
  info: "36",
  warn: "33",
  error: "31",
  fatal: "1;31",
};

/** Turns one record, a line of JSON, into one line for people; what is no record is shown as it is, made harmless. */
export function prettyLine(json: string, { color }: PrettyOptions): string {
  const record = parseRecord(json);
  if (record === null) return `${escapeControls(json.trimEnd())}\n`;
  const { time, level, msg, err, ...fields } = record;
  const name = String(level);
  const shownLevel = name.toUpperCase().padEnd(5);
  const paint = (code: string, text: string): string =>
    color ? `\u001b[${code}m${text}\u001b[0m` : text;
  const parts = [
    paint("90", escapeControls(String(time))),
    paint(colors[name] ?? "0", escapeControls(shownLevel)),
    escapeControls(typeof msg === "string" ? msg : ""),
    ...Object.entries(fields).map(
      ([key, value]) => `${paint("90", `${escapeControls(key)}=`)}${showValue(value)}`,
    ),
    ...(err === undefined ? [] : [`${paint("90", "error=")}${showValue(errorMessage(err))}`]),
  ];
  return `${parts.join(" ")}\n`;
}

function parseRecord(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function errorMessage(error: unknown): unknown {
  return isRecord(error) ? (error["message"] ?? error) : error;
}

// Bare where nothing can be mistaken, quoted otherwise.
function showValue(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  const safe = escapeControls(text);
  return typeof value === "string" && !/^[\w./:@%+-]+$/.test(text)
    ? `"${safe.replaceAll('"', '\\"')}"`
    : safe;
}
