import { type DpmError, errorFromReport, type ErrorReport, isCategory } from "@dpm/errors";

import type { ErrorPdu, ErrorPduInit } from "./gen/messages.ts";

/** An error as it crosses the wire: neither stack nor cause. A DpmError is a report too. */
export function errorToPdu(report: ErrorReport | DpmError): ErrorPduInit {
  const details = report.details ?? {};
  return {
    category: report.category,
    code: report.code,
    message: report.message,
    hint: report.hint ?? "",
    detailsJson: Object.keys(details).length === 0 ? "" : JSON.stringify(details),
  };
}

/** What a peer reported. A category that this version doesn't know counts as internal; details that are no JSON object are left out. */
export function reportFromPdu(pdu: ErrorPdu): ErrorReport {
  const details = detailsFromJson(pdu.detailsJson);
  return {
    category: isCategory(pdu.category) ? pdu.category : "internal",
    code: pdu.code,
    message: pdu.message,
    ...(pdu.hint === "" ? {} : { hint: pdu.hint }),
    ...(details === undefined ? {} : { details }),
  };
}

/** The error that a peer reported, to throw. */
export function errorFromPdu(pdu: ErrorPdu): DpmError {
  return errorFromReport(reportFromPdu(pdu));
}

function detailsFromJson(json: string): Readonly<Record<string, unknown>> | undefined {
  if (json === "") return undefined;
  try {
    // A key named __proto__ would become the prototype of whatever the details are merged into.
    const value: unknown = JSON.parse(json, (key, inner: unknown) =>
      key === "__proto__" ? undefined : inner,
    );
    const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
    return isRecord ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
