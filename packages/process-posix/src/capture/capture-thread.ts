// The pump's thread: it sleeps in epoll_wait until a FIFO has bytes, moves them to its log with splice, and sleeps again.
// Nothing else runs in it; what the main thread wants comes through a port and an eventfd that wakes it.
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { planDescriptors } from "./descriptor-need.ts";
import { createDueTimes } from "./due-times.ts";
import { type FromThread, type ThreadData, type ToThread, wakeName } from "./messages.ts";
import { createOpenLogs } from "./open-logs.ts";
import { separateDescriptors } from "./own-table.ts";
import { createPollSet } from "./poll-set.ts";
import { separateUmask } from "./pump-calls.ts";
import { createRest } from "./rest.ts";
import { createThreadRequests } from "./thread-requests.ts";
import { pump, type PumpSource } from "./pump-source.ts";

// One that writes without a pause must not keep the others waiting.
const turnBytes = 4 * 1024 * 1024;
const logUmask = 0o027;

const port = parentPort;
if (port === null) throw new Error("this file is run as a thread");
const { wakeFd, pollFd, mostDescriptors, logDirectory, ending } = workerData as ThreadData;

separateUmask(logUmask);
const plan = planDescriptors(mostDescriptors, separateDescriptors([wakeFd, pollFd]));
const polls = createPollSet(pollFd);
const dueTimes = createDueTimes();
const sources = new Map<number, PumpSource>();
const waiting = new Set<PumpSource>();
const rest = createRest(dueTimes);
const logs = createOpenLogs(plan.logs, () => rest.after(1));

const tell = (message: FromThread): void => port.postMessage(message);
const turn = (source: PumpSource): void => {
  const outcome = pump(source, turnBytes);
  if (outcome === "more") waiting.add(source);
  else waiting.delete(source);
  if (outcome === "ended" && source.untilEnd) tell({ kind: "unwritten", key: source.key });
};
const mostSources = plan.fifos;
const requests = createThreadRequests({
  polls,
  dueTimes,
  sources,
  waiting,
  logs,
  logDirectory,
  mostSources,
  tell,
  turn,
  rest,
});

polls.add(wakeFd, wakeName);
let isAsked = true;
while (Atomics.load(ending, 0) === 0) {
  if (isAsked) {
    isAsked = false;
    for (let got = receiveMessageOnPort(port); got !== undefined; got = receiveMessageOnPort(port))
      requests.do(got.message as ToThread);
  }
  const nowMs = performance.now();
  dueTimes.run(nowMs);
  const count = polls.wait(waiting.size > 0 ? 0 : dueTimes.timeoutMs(nowMs));
  for (const source of waiting) turn(source);
  for (let index = 0; index < count; index++) {
    const name = polls.ready(index);
    if (name === wakeName) isAsked = true;
    else if (name < wakeName) tell({ kind: "ended", name });
    else {
      const source = sources.get(name);
      if (source !== undefined) turn(source);
    }
  }
}
requests.end();
