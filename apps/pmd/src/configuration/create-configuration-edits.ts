import { dpmError } from "@dpm/errors";
import type { ConfigurationEdits } from "./configuration-edits.ts";
import type { ConfigurationKeeper } from "./configuration-keeper.ts";

/** Makes the edits of the configuration that a keeper holds. */
export function createConfigurationEdits(_keeper: ConfigurationKeeper): ConfigurationEdits {
  const refuse = (): never => {
    throw dpmError("ERR_DPM_WIRE_UNSUPPORTED_COMMAND", { address: "pmd", command: "config" });
  };
  return { set: refuse, add: refuse, remove: refuse };
}
