import { describeEngineContract } from "@dpm/test-kit";
import { createNodeEngine } from "./node-engine.ts";

// What the daemon inherited it closes itself when it starts, see inherited-descriptors.ts.
describeEngineContract("node", () => createNodeEngine(), { closesInherited: false });
