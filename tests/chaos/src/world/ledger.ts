import { isKeptUp, type ServicePlan } from "./service-plan.ts";

/**
 * What has to be true of a service by the history of answers: `rest` may run or have ended by itself,
 * `either` is what nobody knows since the answer got lost.
 */
export type Wanted = "up" | "rest" | "down" | "either";

/** The account of one service. */
export interface Account {
  wanted: Wanted;
  /** Since when, in seconds since the boot. */
  since: number;
  /** How often it may have been started at most; of interest for one that is not started by its policy. */
  startsAllowed: number;
  /** An operation is under way. */
  busy: boolean;
  /** The variant that an instance must have, where an answer promised it. */
  variant: number | null;
}

/** The expectations of a world, made from what was asked and answered, never from what pmd says of itself. */
export interface Ledger {
  readonly accounts: ReadonlyMap<string, Account>;
  /** A new service that starts by itself. */
  open(plan: ServicePlan, at: number): void;
  /** It is not configured any more. */
  retire(id: string, at: number): void;
  account(id: string): Account;
  /** An operation begins: until its answer, both is possible. */
  begin(id: string, starts: boolean): void;
  /** It was acknowledged. */
  acknowledge(plan: ServicePlan, wanted: "up" | "down", at: number): void;
  /** It was refused: all is as before. */
  refuse(id: string, before: Account): void;
  /** Nobody knows. */
  lose(id: string): void;
}

/** Makes an empty ledger. */
export function createLedger(): Ledger {
  const accounts = new Map<string, Account>();
  const account = (id: string): Account => {
    const found = accounts.get(id);
    if (found === undefined) throw new Error(`no account of ${id}`);
    return found;
  };
  return {
    accounts,
    account,
    open: (plan, at) =>
      accounts.set(plan.id, {
        wanted: wantedUp(plan),
        since: at,
        startsAllowed: 1,
        busy: false,
        variant: null,
      }),
    retire: (id, at) => Object.assign(account(id), { wanted: "down", since: at, busy: false }),
    begin: (id, starts) => {
      const found = account(id);
      found.wanted = "either";
      found.busy = true;
      if (starts) found.startsAllowed += 1;
    },
    acknowledge: (plan, wanted, at) =>
      Object.assign(account(plan.id), {
        wanted: wanted === "up" ? wantedUp(plan) : "down",
        since: at,
        busy: false,
      }),
    refuse: (id, before) => Object.assign(account(id), before, { busy: false }),
    lose: (id) => Object.assign(account(id), { wanted: "either", busy: false }),
  };
}

function wantedUp(plan: ServicePlan): Wanted {
  return isKeptUp(plan) ? "up" : "rest";
}
