import type { RolldownOptions } from "rolldown";
import { latin } from "./latin.ts";
import { licenses } from "./licenses.ts";
import { stamp } from "./stamp.ts";

/** What an app is bundled from. */
export interface AppBundle {
  /** Its programs: name of the output file, source file. */
  readonly input: Readonly<Record<string, string>>;
  /** Puts all in one file, which starts sooner than many, with a stamp of it beside. False unless told. */
  readonly oneFile?: boolean;
  /** Packages that stay outside, such as those with a binary: they are dependencies at run time. */
  readonly external?: readonly string[];
}

/** The rolldown options of an app: everything it needs inside, for Node. */
export function bundleOfApp({ input, oneFile = false, external = [] }: AppBundle): RolldownOptions {
  return {
    input: { ...input },
    platform: "node",
    external: [...external],
    // jsonc-parser's main entry is UMD, whose requires no bundler sees through; its module entry is not.
    resolve: { mainFields: ["module", "main"] },
    plugins: [latin(), licenses(), ...(oneFile ? [stamp()] : [])],
    output: {
      dir: "dist",
      entryFileNames: "[name].js",
      // Without a hash, so that a build leaves nothing of the one before.
      chunkFileNames: "[name].chunk.js",
      format: "esm",
      // A daemon keeps its source in memory. Names stay: they are what a stack in a bug report is read by.
      minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
      ...(oneFile ? { codeSplitting: false } : {}),
    },
  };
}
