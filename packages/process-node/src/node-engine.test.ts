import { describeEngineContract } from "@dpm/test-kit";
import { createNodeEngine } from "./node-engine.ts";

// What the daemon inherited it keeps to itself from its start on, see `shieldInheritedDescriptors`.
describeEngineContract("node", () => createNodeEngine({ instanceId: `test-${process.pid}` }), {
  closesInherited: false,
});
