import type { ResultInit } from "@dpm/pdu";
import type { Operation } from "@dpm/process-core";
import type { EditOutcome } from "../configuration/configuration-edits.ts";
import type { Services } from "../services.ts";
import type { Call } from "./handler.ts";
import { streamChange } from "./stream-change.ts";
import { toEditReport } from "./to-wire/to-edit-report.ts";

/** Makes an edit, tells what was written, and then a row for each process that was started, replaced or stopped for it. */
export async function* streamEdit(
  { configuration }: Services,
  edit: (operation: Operation) => Promise<EditOutcome>,
  { id, call }: { readonly id: string | null; readonly call: Call },
): AsyncGenerator<ResultInit> {
  let outcome: EditOutcome | undefined;
  yield* streamChange(
    async (operation) => {
      outcome = await edit(operation);
      return outcome.change;
    },
    async () => ({
      edit: outcome === undefined ? {} : await toEditReport(outcome, { id, configuration }),
    }),
    call,
  );
}
