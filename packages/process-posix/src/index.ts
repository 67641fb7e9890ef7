export { isEngineLoadable } from "./native/c-library.ts";
