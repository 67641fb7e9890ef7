import { oneofTable } from "./gen/oneofs.ts";

// The protobuf rule is that of several members of a oneof on the wire the last one counts. protobufjs names the last one
// and keeps the others' values beside it, so a second body could be smuggled past whoever looks at a member first.

/** Takes out of a decoded message, and of the messages in it, every member of a oneof but the last that was sent. */
export function keepLastOfOneofs(message: object): object {
  const fields = message as Record<string, unknown>;
  for (const [name, members] of Object.entries(oneofTable)) {
    const last = fields[name];
    if (typeof last !== "string" || !members.includes(last)) continue;
    for (const member of members) {
      if (member !== last && Object.hasOwn(fields, member)) delete fields[member];
    }
    const inner = fields[last];
    if (typeof inner === "object" && inner !== null) keepLastOfOneofs(inner);
  }
  return message;
}
