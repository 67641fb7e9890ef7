import { expect, test } from "vitest";

import { collect, serveInMemory } from "../testing/served-pair.ts";

test("A request is answered with the results of its handler, in order", async () => {
  const { connect } = serveInMemory(async function* () {
    yield { log: { stream: "stdout", data: Buffer.from("one") } };
    yield { log: { stream: "stdout", data: Buffer.from("two") } };
  });
  const client = await connect();
  const results = await collect(client.request({ ping: {} }));
  expect(
    results.map((result) => result.payload === "log" && Buffer.from(result.log.data).toString()),
  ).toEqual(["one", "two"]);
  expect(client.server).toMatchObject({
    name: "pmd",
    version: "1.2.3",
    instanceId: "instance",
    generation: 7,
  });
  expect(await client.permission()).toBe("admin");
  client.close();
});
