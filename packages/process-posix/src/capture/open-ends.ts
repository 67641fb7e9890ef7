import { closeSync } from "node:fs";
import { errnoOf, launchFailure, LaunchError, type OutputDescriptors } from "@dpm/launch";
import type { Output } from "@dpm/process-core";
import type { Channel, Channels } from "./channels.ts";
import { openWriteEnd } from "./fifo.ts";

/** What a program writes to: the write ends of its FIFOs, which are there. Throws a LaunchError of the stage "log". */
export function openEnds(channels: Channels, id: string, output: Output): OutputDescriptors {
  const opened: number[] = [];
  const close = (): void => {
    for (const fd of opened.splice(0)) closeSync(fd);
  };
  const openOne = (channel: Channel | undefined): number | "ignore" => {
    if (channel === undefined) return "ignore";
    try {
      const fd = openWriteEnd(channel.fifo);
      opened.push(fd);
      return fd;
    } catch (error) {
      close();
      throw new LaunchError(launchFailure("log", errnoOf(error), channel.fifo));
    }
  };
  const stdout = openOne(channels.get(id, "out"));
  const isMerged = output.capture === "pipe" && output.stderrFile === output.stdoutFile;
  return { stdout, stderr: isMerged ? stdout : openOne(channels.get(id, "err")), close };
}
