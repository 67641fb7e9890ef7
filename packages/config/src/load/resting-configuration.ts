import type { Configuration } from "../model/configuration.ts";
import { parseSource } from "../source/parse-source.ts";
import type { SourceFile } from "../source/source-node.ts";
import { assembleConfiguration } from "./assemble-configuration.ts";
import { fileSetOf } from "./file-set.ts";
import { createPacer } from "./pacer.ts";
import { ProblemList } from "./problem-list.ts";

/** A configuration without what takes the most room: a small part of it is enough until somebody asks for the processes. */
export interface RestingConfiguration extends Pick<
  Configuration,
  "file" | "settings" | "fingerprint"
> {
  /**
   * All of it, made again from the texts of its files as they were read, whatever they say by now. As long as loading takes when it was
   * not asked for lately: 20 to 70 µs a process, file by file, with a chance for others between two files.
   */
  whole(): Promise<Configuration>;
}

/** Lets a configuration rest. `madeAgain` is called each time when all of it was made, which leaves much behind. */
export function restConfiguration(
  configuration: Configuration,
  madeAgain: () => void = () => {},
): RestingConfiguration {
  const { file, settings, fingerprint, inputs, environmentFiles } = configuration;
  const texts = configuration.files.map(({ path, format, text, fingerprint: ofBytes }) => ({
    path,
    format,
    text,
    fingerprint: ofBytes,
  }));
  const localPath = configuration.local?.path ?? null;
  let latest = new WeakRef(configuration);
  let making: Promise<Configuration> | null = null;

  const make = async (): Promise<Configuration> => {
    const files: SourceFile[] = [];
    const pause = createPacer();
    for (const text of texts) {
      files.push({ ...text, root: parseSource({ path: text.path, content: text.text }).root });
      await pause();
    }
    const made = await assembleConfiguration({
      files: fileSetOf(files, localPath),
      inputs,
      environmentFiles,
      problems: new ProblemList(),
    });
    latest = new WeakRef(made);
    madeAgain();
    return made;
  };
  return {
    file,
    settings,
    fingerprint,
    whole: async () => {
      const known = latest.deref();
      if (known !== undefined) return known;
      making ??= make().finally(() => (making = null));
      return making;
    },
  };
}
