import { isDpmError } from "@dpm/errors";
import type { Logger } from "@dpm/logger";
import type { ConfigurationKeeper } from "../configuration/configuration-keeper.ts";
import type { Listeners } from "../listeners/open-listeners.ts";
import type { Troubles } from "../troubles.ts";
import { messageOf } from "../failure.ts";

/** What is read again. */
export interface ReloadingOptions {
  readonly configuration: Pick<ConfigurationKeeper, "reload">;
  readonly listeners: Pick<Listeners, "renewCertificates">;
  readonly troubles: Troubles;
  readonly log: Logger;
}

/** Reads everything again that a file decides. */
export interface Reloading {
  /** Never rejects: a broken file is logged and noted, and what was in force stays. */
  reload(cause: string): Promise<void>;
}

/** Makes the reload that a signal asks for. Signals that come while one is waiting to begin are one. */
export function createReloading({
  configuration,
  listeners,
  troubles,
  log,
}: ReloadingOptions): Reloading {
  let waiting: Promise<void> | null = null;
  let running: Promise<void> = Promise.resolve();

  const renewCertificates = async (): Promise<void> => {
    try {
      await listeners.renewCertificates();
      troubles.clear("certificate");
    } catch (error) {
      if (!isDpmError(error)) throw error;
      troubles.set("certificate", error);
    }
  };
  const reloadConfiguration = async (cause: string): Promise<void> => {
    try {
      const { added, changed, removed, settingsWaiting } = await configuration.reload({
        actor: cause,
      });
      log.info(
        `${cause}: added ${added.length}, changed ${changed.length}, removed ${removed.length} processes`,
        {
          added,
          changed: changed.map(({ id }) => id),
          removed,
          needRestart: settingsWaiting,
        },
      );
    } catch (error) {
      // The keeper has noted it for clients.
      log.error(`${cause}: nothing was changed: ${messageOf(error)}`);
    }
  };

  return {
    reload(cause) {
      waiting ??= running.then(async () => {
        waiting = null;
        running = renewCertificates()
          .then(() => reloadConfiguration(cause))
          .catch((err: unknown) => log.error(`${cause}: a fault of this program`, { err }));
        await running;
      });
      return waiting;
    },
  };
}
