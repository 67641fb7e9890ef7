import { bundleOfApp } from "@dpm/app-bundle";

export default bundleOfApp({
  // The threads of the database and of captured output are programs of their own.
  input: {
    main: "src/main.ts",
    "state-worker": "src/state/state-worker.ts",
    "capture-thread": "../../packages/process-posix/src/capture/capture-thread.ts",
  },
  external: ["koffi"],
});
