import type { HookAction, HookFacts } from "../model/hook.ts";

/** Carries out the hooks that leave the daemon. A failing hook is logged by the runner and never disturbs supervision. */
export interface HookRunner {
  run(
    action: Extract<HookAction, { kind: "exec" | "http" | "mail" }>,
    facts: HookFacts,
    options: { readonly timeoutMs: number },
  ): void;
}
