// What runs in a namespace: one system, one setup, some rows. Prints a JSON line for each row.
import { rows } from "./rows/index.ts";
import { type Plan, type Report, servicesOf } from "./stage/plan.ts";
import { createStage } from "./stage/stage.ts";
import { systems } from "./systems/index.ts";

const tell = (report: Report): void => console.log(JSON.stringify(report));

const plan = JSON.parse(process.argv[2] ?? "") as Plan;
const stage = createStage(systems[plan.system], plan.place, servicesOf(plan));

for (const id of plan.rows) {
  const row = rows.find((row) => row.id === id);
  if (row === undefined) throw new Error(`there is no row ${id}`);
  try {
    await stage.bring(row.needs);
    const figures = await row.measure(stage, plan.scale);
    tell({ kind: "figures", row: id, figures: { ...figures } });
  } catch (error) {
    tell({
      kind: "failed",
      row: id,
      message: error instanceof Error ? error.message : String(error),
    });
  }
}
tell({ kind: "done" });
// What it has started ends with the namespace.
process.exit(0);
