import type { Problem } from "@dpm/config";
import { hasCode } from "@dpm/errors";
import type { ConfigValidateRequest, ValidationReportInit } from "@dpm/pdu";
import type { Handler } from "./handler.ts";

/** Checks the files as they are on disk and changes nothing. */
export const configValidate: Handler<ConfigValidateRequest> = async function* ({ configuration }) {
  try {
    const { processes, files } = await configuration.validate();
    yield {
      validation: { ok: true, problems: [], processes: processes.length, files: files.length },
    };
  } catch (error) {
    if (!hasCode(error, "ERR_DPM_CONFIG_INVALID")) throw error;
    // What the code declares; an error of another installed version may have something else.
    const { problems } = error.details;
    yield { validation: toProblems(Array.isArray(problems) ? problems : []) };
  }
};

function toProblems(problems: readonly Problem[]): ValidationReportInit {
  return {
    ok: false,
    problems: problems.map(({ at, message, hint }) => ({ ...at, message, hint })),
  };
}
