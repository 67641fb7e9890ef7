import type { Assignments } from "../layers/assignment.ts";
import type { SourceEntry, SourceNode, SourceScalar } from "../source/source-node.ts";

const credentialKeys = new Set(["certificate", "key", "clientCa", "insecure"]);

/**
 * Gives an address of the command line, which has no place for them, what the configured listener beside it has: its
 * certificate, key and client authority, or that it is `insecure`. Only where exactly one listener has any, since a guess
 * would be worse than the refusal that follows; and only to an address that needs them.
 */
export function dressWithConfigured(
  layers: readonly Assignments[],
): (address: SourceScalar) => SourceNode {
  const listeners = layers.flatMap((layer) => layer.get("listen")?.nodes ?? []);
  const credentials = listeners
    .flatMap((node) => (node.kind === "list" ? node.items : [node]))
    .map(credentialsOf)
    .filter((entries) => entries.length > 0);
  const [only] = credentials;
  return (address) => {
    const isTls = address.text.startsWith("tls://");
    const isPlainLoopback = /^(?:127\.|localhost:|\[::1\]:|unix:)/u.test(address.text);
    if (only === undefined || credentials.length > 1 || isPlainLoopback) return address;
    // Without TLS only `insecure` makes a difference, and must not be hidden by a certificate.
    const { at, range } = address;
    const entries = isTls ? only.filter(({ key }) => key !== "insecure") : only;
    return {
      kind: "map",
      entries: [{ key: "address", keyAt: at, keyRange: range, value: address }, ...entries],
      at,
      range,
    };
  };
}

function credentialsOf(listener: SourceNode): readonly SourceEntry[] {
  return listener.kind === "map"
    ? listener.entries.filter(({ key }) => credentialKeys.has(key))
    : [];
}
