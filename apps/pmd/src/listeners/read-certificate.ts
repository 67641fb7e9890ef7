import { readFile } from "node:fs/promises";
import { dpmError } from "@dpm/errors";
import type { ListenerCertificate } from "@dpm/socket";
import type { CertificateFiles } from "./plan-listeners.ts";
import { messageOf } from "../failure.ts";

/** Reads the credentials of a TLS listener as they are on disk now. Throws ERR_DPM_WIRE_TLS_CREDENTIALS. */
export async function readCertificate(files: CertificateFiles): Promise<ListenerCertificate> {
  const [certificate, key, clientCa] = await Promise.all([
    read("certificate", files.certificate),
    read("private key", files.key),
    files.clientCa === null ? undefined : read("certificate authority", files.clientCa),
  ]);
  return { certificate, key, clientCa };
}

async function read(what: string, path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw dpmError("ERR_DPM_WIRE_TLS_CREDENTIALS", { what, reason: messageOf(cause) }, cause);
  }
}
