export { createNodeEngine, type NodeEngineOptions } from "./node-engine.ts";
