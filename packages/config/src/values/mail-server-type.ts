import { scalarType } from "./scalar-type.ts";
import type { ValueType } from "./value-type.ts";

const hostAndPort = /^[^\s:/@]+:\d{1,5}$/u;

/** Where mail is handed in. */
export const mailServerType: ValueType<string> = scalarType({
  name: "mail server",
  phrase: "a mail server",
  example: "mail.example.org:25",
  hint: "for example mail.example.org:25 or smtps://user:password@mail.example.org",
  parse: (text) => {
    const trimmed = text.trim();
    const protocol = URL.parse(trimmed)?.protocol;
    return hostAndPort.test(trimmed) || protocol === "smtp:" || protocol === "smtps:"
      ? trimmed
      : undefined;
  },
  write: (server) => server,
  schema: { type: "string" },
});
