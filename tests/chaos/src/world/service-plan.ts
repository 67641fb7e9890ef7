import { fileURLToPath } from "node:url";
import type { Dice } from "../dice.ts";

/** What a service does; the words of fixtures/service.sh. */
export type ServiceKind =
  | "steady"
  | "deaf"
  | "slow"
  | "forker"
  | "crasher"
  | "failer"
  | "oneshot"
  | "flood";

/** A service as it is configured. */
export interface ServicePlan {
  readonly id: string;
  readonly kind: ServiceKind;
  /** After how many lines it does what its kind says. */
  readonly lines: number;
  /** Another one is another command, so that a reload has to replace the instance. */
  readonly variant: number;
  /** Changed without a new instance. */
  readonly logMaxKib: number;
}

/** Whether its policy starts it again after each end, so that it is up for ever. */
export function isKeptUp({ kind }: ServicePlan): boolean {
  return kind !== "oneshot";
}

/** Whether it ends by itself again and again. */
export function isRestless({ kind }: ServicePlan): boolean {
  return kind === "crasher" || kind === "failer";
}

const kinds: readonly ServiceKind[] = [
  "steady",
  "deaf",
  "slow",
  "forker",
  "crasher",
  "failer",
  "oneshot",
  "flood",
];

/** One service of each kind first, then whatever the dice say. */
export function planService(dice: Dice, number: number): ServicePlan {
  const kind = kinds[number] ?? dice.pick(kinds);
  return {
    id: `${kind}-${number}`,
    kind,
    lines: linesOf(kind, dice),
    variant: 0,
    logMaxKib: dice.pick([16, 64, 256]),
  };
}

function linesOf(kind: ServiceKind, dice: Dice): number {
  if (kind === "flood") return dice.between(5_000, 20_000);
  // Of about 800 lines a second: long enough that a start is over before the end comes.
  if (kind === "oneshot") return dice.between(800, 1_600);
  return dice.between(200, 1_600);
}

const script = fileURLToPath(new URL("../../fixtures/service.sh", import.meta.url));

function policyOf(kind: ServiceKind): string {
  // One that ends well when it is told to must come back from a restart whatever the policy says.
  if (kind === "slow") return "on-failure";
  return kind === "oneshot" ? "no" : "always";
}

/** The whole configuration, as text. */
export function configurationText(
  plans: Iterable<ServicePlan>,
  { marker, folder }: { readonly marker: string; readonly folder: string },
): string {
  const elements = [...plans].map((plan) => {
    const { id, kind, lines, variant, logMaxKib } = plan;
    const command = `'${script}' ${marker} ${id} ${kind} ${lines} ${folder} ${variant}`;
    return `  <process id="${id}" command="${command}" restart="${policyOf(kind)}" logMaxBytes="${logMaxKib}KiB"/>`;
  });
  // Quick to come back, as often as needed: what is up by the history has to be up soon.
  const defaults = `startSecs="0s" restartBurst="none" restartDelay="20ms" restartMaxDelay="100ms" stopTimeout="400ms" logBackups="1000" redirectStderr="true"`;
  return `<processManager>\n  <defaults ${defaults}/>\n${elements.join("\n")}\n</processManager>\n`;
}
