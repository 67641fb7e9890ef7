import type { CommandName, Request, RequestInit } from "@dpm/pdu";

type WithoutTerms<Init> = Init extends unknown ? Omit<Init, "key" | "timeoutMs" | "credit"> : never;

/** What a client asks for: one member named after the command, such as `{ ping: {} }`. */
export type Command = WithoutTerms<RequestInit>;

/** A request whose command this version knows, told apart by `command`. */
export type CommandRequest = Extract<Request, { readonly command: CommandName }>;
