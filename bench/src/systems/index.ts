import type { System, SystemName } from "../system.ts";
import { limit } from "./limit.ts";
import { ours } from "./ours.ts";
import { pm2 } from "./pm2.ts";
import { runit } from "./runit.ts";
import { s6 } from "./s6.ts";
import { supervisord } from "./supervisord.ts";
import { systemd } from "./systemd.ts";

/** Every system by its name. */
export const systems: Readonly<Record<SystemName, System>> = {
  limit,
  runit,
  s6,
  systemd,
  supervisord,
  pm2,
  ours,
};
