import { expect, test } from "vitest";
import { startDaemon } from "./daemon.ts";

test(
  "when shutdown returns, the next pmd can start on the same state at once",
  { timeout: 60_000 },
  async () => {
    const daemon = await startDaemon(
      '<processManager><process id="id0" command="sleep 1000"/></processManager>',
    );
    for (let round = 0; round < 5; round += 1) {
      expect(await daemon.pmc("shutdown")).toMatchObject({ status: 0 });
      await daemon.restart();
      expect((await daemon.rows("ping")).map(({ id }) => id)).toEqual(["id0"]);
    }
  },
);
