import { generate } from "selfsigned";

/** A certificate with its private key, both PEM. */
export interface CertificateAndKey {
  readonly certificate: string;
  readonly key: string;
}

/** What a certificate that is issued is for. */
export interface IssueOptions {
  readonly commonName: string;
  readonly purpose: "server" | "client";
  /** DNS names; `localhost` and the loopback addresses for a server unless told. */
  readonly dnsNames?: readonly string[];
  readonly addresses?: readonly string[];
  readonly validFrom?: Date;
  readonly validUntil?: Date;
}

/** Issues certificates for tests, all signed by one root. */
export interface CertificateAuthority {
  /** The root, PEM: what a peer has to trust. */
  readonly certificate: string;
  issue(options: IssueOptions): Promise<CertificateAndKey>;
  /** A certificate for `localhost`, 127.0.0.1 and ::1. */
  issueServer(): Promise<CertificateAndKey>;
  issueClient(commonName?: string): Promise<CertificateAndKey>;
}

const keyOptions = { keyType: "ec", curve: "P-256", algorithm: "sha256" } as const;

/** Makes a new root; nothing is written to disk. */
export async function certificateAuthority(
  commonName = "test root",
): Promise<CertificateAuthority> {
  const root = await generate([{ name: "commonName", value: commonName }], {
    ...keyOptions,
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const issue = async (options: IssueOptions): Promise<CertificateAndKey> => {
    const server = options.purpose === "server";
    const dnsNames = options.dnsNames ?? (server ? ["localhost"] : [options.commonName]);
    const addresses = options.addresses ?? (server ? ["127.0.0.1", "::1"] : []);
    const made = await generate([{ name: "commonName", value: options.commonName }], {
      ...keyOptions,
      ca: { key: root.private, cert: root.cert },
      ...(options.validFrom === undefined ? {} : { notBeforeDate: options.validFrom }),
      ...(options.validUntil === undefined ? {} : { notAfterDate: options.validUntil }),
      extensions: [
        { name: "basicConstraints", cA: false },
        { name: "keyUsage", digitalSignature: true, critical: true },
        { name: "extKeyUsage", ...(server ? { serverAuth: true } : { clientAuth: true }) },
        {
          name: "subjectAltName",
          altNames: [
            ...dnsNames.map((value) => ({ type: 2 as const, value })),
            ...addresses.map((ip) => ({ type: 7 as const, ip })),
          ],
        },
      ],
    });
    return { certificate: made.cert, key: made.private };
  };
  return {
    certificate: root.cert,
    issue,
    issueServer: () => issue({ commonName: "localhost", purpose: "server" }),
    issueClient: (name = "client") => issue({ commonName: name, purpose: "client" }),
  };
}
