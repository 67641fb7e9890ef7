import { BlockList, isIP, isIPv6 } from "node:net";
import type { ListenAddress } from "../model/setting-values.ts";
import { booleanType, nameType, pathType } from "./plain-types.ts";
import { quoteForPeople } from "./quote-for-people.ts";
import { type BuildPlace, listOf, structType } from "./struct-type.ts";
import type { ValueType } from "./value-type.ts";

interface ListenFields {
  readonly address: string;
  readonly certificate: string;
  readonly key: string;
  readonly clientCa: string;
  readonly insecure: boolean;
}

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

const networkShape =
  /^(?<tls>tls:\/\/)?(?:\[(?<v6>[^\]]+)\]|(?<host>[^\s:/[\]]+)):(?<port>\d{1,5})$/u;

const listenTypes = listOf(
  structType<ListenFields, ListenAddress>({
    name: "listening address",
    owner: "listen",
    example: "127.0.0.1:8988",
    fields: {
      address: {
        type: nameType({ name: "listening address", example: "127.0.0.1:8988" }),
        doc: "`host:port`, `tls://host:port` or `unix:/path`; port 0 takes a free one.",
      },
      certificate: {
        type: pathType,
        doc: "File with the TLS certificate chain, PEM; needs `key`.",
      },
      key: { type: pathType, doc: "File with the private key of the certificate, PEM." },
      clientCa: {
        type: pathType,
        doc: "Clients must show a certificate signed by this authority (mutual TLS).",
      },
      insecure: {
        type: booleanType,
        doc: "Allows an address beyond loopback without TLS.",
        default: false,
      },
    },
    textField: "address",
    build: (
      { address, certificate = null, key = null, clientCa = null, insecure = false },
      place,
    ) => {
      if (address === undefined) {
        return place.complain("listen needs an address", "for example 127.0.0.1:8988");
      }
      const listen = { address, certificate, key, clientCa, insecure };
      return isRight(listen, place) ? listen : undefined;
    },
    write: ({ address, certificate, key, clientCa, insecure }) =>
      [
        address,
        ...(certificate === null ? [] : [`certificate="${certificate}"`]),
        ...(key === null ? [] : [`key="${key}"`]),
        ...(clientCa === null ? [] : [`clientCa="${clientCa}"`]),
        ...(insecure ? ['insecure="true"'] : []),
      ].join(" "),
  }),
  "list of addresses",
);

/** Addresses that the daemon listens on. */
export const listenType: ValueType<readonly ListenAddress[]> = {
  ...listenTypes,
  separator: /[\s,]+/u,
};

function isRight(listen: ListenAddress, { complain }: BuildPlace): boolean {
  const { address, certificate, key, clientCa, insecure } = listen;
  if (address.startsWith("unix:")) {
    const rightPath = address.startsWith("unix:/");
    if (!rightPath) {
      complain(
        `${quoteForPeople(address)} needs an absolute path`,
        "for example unix:/run/dpm/pmd.sock",
      );
    }
    return rightPath;
  }
  const { tls, v6, host, port } = networkShape.exec(address)?.groups ?? {};
  if (port === undefined || Number(port) > 65_535 || (v6 !== undefined && !isIPv6(v6))) {
    complain(
      `${quoteForPeople(address)} is not an address to listen on`,
      "for example 127.0.0.1:8988",
    );
    return false;
  }
  if ((certificate === null) !== (key === null)) {
    complain(
      `TLS needs both certificate and key, and ${certificate === null ? "certificate" : "key"} is missing`,
    );
    return false;
  }
  if (certificate === null && (tls !== undefined || clientCa !== null)) {
    complain(
      "TLS needs certificate and key, and both are missing",
      'write <listen certificate="server.pem" key="server.key"> into the configuration; --listen takes them from there',
    );
    return false;
  }
  if (certificate === null && !insecure && !isLoopback(v6 ?? host ?? "")) {
    complain(
      `${address} can be reached from other machines, and TLS is not configured for it`,
      'add certificate and key, or insecure="true" if that is meant',
    );
    return false;
  }
  return true;
}

function isLoopback(host: string): boolean {
  const family = isIP(host);
  return family === 0 ? host === "localhost" : loopback.check(host, family === 6 ? "ipv6" : "ipv4");
}
