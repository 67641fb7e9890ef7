export { shieldInheritedDescriptors } from "./native/inherited-descriptors.ts";
export { collectGarbage } from "./native/collect-garbage.ts";
export { isEngineLoadable } from "./native/c-library.ts";
export { duplicateDescriptor, takeDescriptor } from "./replace/kept-descriptor.ts";
export { releaseProgramPages } from "./native/release-program-pages.ts";
export { trimMemory } from "./native/trim-memory.ts";
export { type Replacement, replaceProgram } from "./replace/replace-program.ts";
export { createPosixEngine, type PosixEngineOptions } from "./posix-engine.ts";
export { notifyServiceManager } from "./notify/notify-service-manager.ts";
