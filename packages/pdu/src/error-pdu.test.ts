import { dpmError, isDpmError } from "@dpm/errors";
import { expect, test } from "vitest";

import {
  decodePdu,
  encodePdu,
  type ErrorPdu,
  errorFromPdu,
  errorToPdu,
  reportFromPdu,
} from "./index.ts";

function crossed(error: Parameters<typeof errorToPdu>[0]): ErrorPdu {
  const frame = decodePdu(encodePdu({ end: { error: errorToPdu(error) } }));
  if (frame.body !== "end" || frame.end.error === null) throw new Error("no error arrived");
  return frame.end.error;
}

const plain: ErrorPdu = {
  category: "not-found",
  code: "ERR_X",
  message: "m",
  hint: "",
  detailsJson: "",
};

test("an error crosses the wire with category, code, message, hint and details, and without its stack", () => {
  const error = dpmError(
    "ERR_DPM_WIRE_CONNECT_TIMEOUT",
    { address: "127.0.0.1:1", timeoutMs: 5000 },
    new Error("the secret cause"),
  );
  const there = errorFromPdu(crossed(error));
  expect(isDpmError(there)).toBe(true);
  expect(there).toMatchObject({
    category: "deadline-exceeded",
    code: "ERR_DPM_WIRE_CONNECT_TIMEOUT",
    message: "no connection to 127.0.0.1:1 within 5 s",
    hint: error.hint,
    details: { address: "127.0.0.1:1", timeoutMs: 5000 },
  });
  expect(JSON.stringify(crossed(error))).not.toMatch(/stack|secret cause|error-pdu/);
});

test("a category of a newer peer counts as internal, its code stays", () => {
  expect(reportFromPdu({ ...plain, category: "too-modern" })).toEqual({
    category: "internal",
    code: "ERR_X",
    message: "m",
  });
});

test.each(["{", "[1]", "null", "7", '"text"'])(
  "details that are no JSON object are left out: %s",
  (detailsJson) => {
    expect(reportFromPdu({ ...plain, detailsJson })).not.toHaveProperty("details");
  },
);

test("details cannot smuggle in a prototype", () => {
  const { details } = reportFromPdu({
    ...plain,
    detailsJson: '{"__proto__":{"polluted":1},"in":{"__proto__":2},"id":3}',
  });
  expect(Object.getOwnPropertyNames(details)).toEqual(["in", "id"]);
  expect({ ...details }).not.toHaveProperty("polluted");
});
