import { describeEngineContract } from "@dpm/test-kit";
import { createNodeEngine } from "./node-engine.ts";

// What the engine can do where there is no /proc, tried here on what has ps as well.
describeEngineContract("node, by ps,", () => createNodeEngine({ processTable: "ps" }), {
  closesInherited: false,
  findsDetachedGrandchildren: false,
  findsLaunches: false,
  startIsTicks: false,
});
