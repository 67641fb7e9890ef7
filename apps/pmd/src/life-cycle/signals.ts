/** What the operating system can ask of a daemon. */
export interface SignalActions {
  /** SIGTERM, SIGINT; `again`: the person is tired of waiting. */
  end(signal: string, again: boolean): void;
  /** SIGHUP */
  reload(): void;
  /** SIGUSR2 */
  reopenLogs(): void;
}

/** Signals from the first moment on; without this SIGHUP would end a daemon that is just starting. */
export interface Signals {
  /** Says what to do; a request to end that came before is done now, and the other signals have nothing to catch up on. */
  act(actions: SignalActions): void;
}

/** Begins to take signals. */
export function watchSignals(): Signals {
  let actions: SignalActions | null = null;
  let endedBy: string | null = null;
  for (const name of ["SIGTERM", "SIGINT"] as const) {
    process.on(name, () => {
      const again = endedBy !== null;
      endedBy ??= name;
      actions?.end(name, again);
    });
  }
  process.on("SIGHUP", () => actions?.reload());
  process.on("SIGUSR2", () => actions?.reopenLogs());
  return {
    act(next) {
      actions = next;
      if (endedBy !== null) next.end(endedBy, false);
    },
  };
}
