export {
  closeInheritedDescriptors,
  type InheritedDescriptorOptions,
} from "./inherited-descriptors.ts";
export { createNodeEngine, type NodeEngineOptions } from "./node-engine.ts";
