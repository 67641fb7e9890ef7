import type { Row } from "../row.ts";
import { death } from "./death.ts";
import { exec } from "./exec.ts";
import { idle } from "./idle.ts";
import { many } from "./many.ts";
import { file, rotated } from "./output.ts";
import { requests } from "./requests.ts";
import { restart } from "./restart.ts";
import { start } from "./start.ts";
import { status } from "./status.ts";
import { stop } from "./stop.ts";

/** In the order of the table. */
export const rows: readonly Row[] = [
  exec,
  start,
  death,
  stop,
  status,
  restart,
  rotated,
  file,
  idle,
  requests,
  many,
];

/** In the order in which they are measured on one stage: what disturbs least comes first. */
export const measuredOrder: readonly Row[] = [
  exec,
  idle,
  status,
  death,
  stop,
  start,
  restart,
  requests,
  rotated,
  file,
  many,
];
