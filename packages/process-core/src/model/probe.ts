/** What is asked of a process, and how often. Kubernetes' words and defaults. */
export interface Probe {
  readonly check: ProbeCheck;
  readonly initialDelayMs: number;
  readonly periodMs: number;
  readonly timeoutMs: number;
  readonly successThreshold: number;
  readonly failureThreshold: number;
}

/** One question to a process. */
export type ProbeCheck =
  | { readonly kind: "exec"; readonly argv: readonly [string, ...string[]] }
  | { readonly kind: "tcp"; readonly host: string; readonly port: number }
  | { readonly kind: "http"; readonly url: string }
  /** The process touches this file; it is well while the file is younger than the period times the failure threshold. */
  | { readonly kind: "heartbeat"; readonly file: string };
