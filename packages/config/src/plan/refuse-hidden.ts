import { dpmError } from "@dpm/errors";
import { type Layer, layers, type ValueOrigin } from "../model/origin.ts";
import { formatPlace } from "../values/format-place.ts";
import { formatKeyPath, type KeyPath } from "./parse-key-path.ts";

/** A key that is to be written, and the layer that it is written in. */
export interface WritableKey extends KeyPath {
  readonly id: string | null;
  readonly layer: Layer;
}

/** Throws `ERR_DPM_CONFIG_KEY_HIDDEN` when a stronger layer would hide what is written, naming it. */
export function refuseHidden(
  origins: Readonly<Record<string, ValueOrigin>>,
  { id, key, part, layer }: WritableKey,
): void {
  const path = formatKeyPath({ key, part });
  // Each variable of an environment has an origin of its own.
  const origin = key === "environment" ? origins[path] : origins[key];
  if (origin !== undefined && layers.indexOf(origin.layer) > layers.indexOf(layer)) {
    const where =
      origin.at === null ? (origin.variable ?? "the command line") : formatPlace(origin.at);
    throw dpmError("ERR_DPM_CONFIG_KEY_HIDDEN", { id, key: path, layer: origin.layer, where });
  }
}
