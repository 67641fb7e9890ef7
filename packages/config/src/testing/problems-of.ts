import { hasCode } from "@dpm/errors";
import { parseSource } from "../source/parse-source.ts";

/** What a text is refused for, as it is printed, without the folder; "accepted" when it is not. */
export function problemsOf(name: string, content: string | Uint8Array): string {
  try {
    parseSource({ path: `/etc/dpm/${name}`, content });
    return "accepted";
  } catch (error) {
    if (!hasCode(error, "ERR_DPM_CONFIG_INVALID")) {
      throw error;
    }
    return error.message.replaceAll("/etc/dpm/", "");
  }
}
