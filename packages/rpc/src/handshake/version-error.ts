import { type DpmError, dpmError } from "@dpm/errors";
import { formatVersion, type Version, whichToUpgrade } from "@dpm/pdu";

/** The error of two sides that can't talk; it names the side to upgrade. */
export function versionError(sides: {
  readonly client: Version;
  readonly server: Version;
  readonly address: string;
}): DpmError {
  return dpmError("ERR_DPM_WIRE_VERSION", {
    address: sides.address,
    client: formatVersion(sides.client),
    server: formatVersion(sides.server),
    upgrade: whichToUpgrade(sides),
  });
}
