import type { ResultInit } from "@dpm/pdu";
import type { RequestContext } from "@dpm/rpc";
import type { Services } from "../services.ts";

/** Who asks, and until when. */
export type Call = Pick<RequestContext, "actor" | "signal">;

/** Carries out one command: checks what only it knows, asks the domain, and turns the answers into results. */
export type Handler<Request> = (
  services: Services,
  request: Request,
  call: Call,
) => AsyncIterable<ResultInit>;
