import { hostname } from "node:os";
import type { HookFacts } from "@dpm/process-core";

/** Through which server mail goes out. */
export interface MailSettings {
  /** `host`, `host:port`, or a `smtp://` or `smtps://` URL with credentials; null: there is none. */
  readonly server: string | null;
  readonly from: string | null;
}

/** One mail about one event. */
export interface Mail {
  readonly to: string;
  readonly facts: HookFacts;
  readonly settings: MailSettings;
  readonly timeoutMs: number;
}

/** Sends the facts of an event. Throws when no server is configured or the mail is not taken. */
export async function sendMail({ to, facts, settings, timeoutMs }: Mail): Promise<void> {
  if (settings.server === null) throw new Error("the setting mailServer is not set");
  // Loaded only where somebody has configured mail.
  const { createTransport } = await import("nodemailer");
  const url = settings.server.includes("://") ? settings.server : `smtp://${settings.server}`;
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  const host = hostname();
  try {
    await transport.sendMail({
      from: settings.from ?? `pmd@${host}`,
      to,
      subject: `${facts.id}: ${facts.event} on ${host}`,
      text: mailText(facts),
    });
  } finally {
    transport.close();
  }
}

function mailText(facts: HookFacts): string {
  const lines = [
    `process: ${facts.id}`,
    `event: ${facts.event}`,
    facts.pid === null ? null : `pid: ${facts.pid}`,
    facts.code === null ? null : `exit code: ${facts.code}`,
    facts.signal === null ? null : `signal: ${facts.signal}`,
    `restarts: ${facts.count}`,
  ];
  return `${lines.filter((line) => line !== null).join("\n")}\n`;
}
