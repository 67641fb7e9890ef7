import { bundleOfApp } from "@dpm/app-bundle";

export default bundleOfApp({
  // The thread of the database is a program of its own; the two share no code.
  input: { main: "src/main.ts", "state-worker": "src/state/state-worker.ts" },
  external: ["koffi"],
});
