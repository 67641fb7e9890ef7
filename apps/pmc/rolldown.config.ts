import { bundleOfApp } from "@dpm/app-bundle";

export default bundleOfApp({ input: { main: "src/main.ts" }, oneFile: true });
