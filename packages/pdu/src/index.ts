export {
  capabilityOf,
  commandNames,
  type CommandName,
  type Permission,
  permissionOf,
} from "./command-table.ts";
export { type DecodeLimits, decodePdu, requestLimits, resultLimits } from "./decode-pdu.ts";
export { encodePdu } from "./encode-pdu.ts";
export { desiredStateWord, healthWord, processStateWord } from "./enum-words.ts";
export { errorFromPdu, errorToPdu, reportFromPdu } from "./error-pdu.ts";
export { type FrameJson, frameFromJson, frameToJson } from "./frame-json.ts";
export * from "./gen/enums.ts";
export type * from "./gen/messages.ts";
export {
  formatVersion,
  interfaceVersion,
  isCompatible,
  whichToUpgrade,
} from "./interface-version.ts";
