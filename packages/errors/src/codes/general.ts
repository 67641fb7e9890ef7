import { code, type CodeEntry } from "../code-entry.ts";

/** Errors that belong to no single area. */
export const generalCodes: {
  readonly ERR_DPM_INTERNAL: CodeEntry<{ readonly incident: string }>;
  readonly ERR_DPM_CANCELLED: CodeEntry<{ readonly what: string }>;
} = {
  ERR_DPM_INTERNAL: code<{ readonly incident: string }>({
    category: "internal",
    message: ({ incident }) => `something went wrong inside, incident ${incident}`,
    hint: ({ incident }) =>
      `The daemon's log has the cause under ${incident}; please report it as a bug.`,
  }),
  ERR_DPM_CANCELLED: code<{ readonly what: string }>({
    category: "cancelled",
    message: ({ what }) => `${what} was cancelled`,
  }),
};
