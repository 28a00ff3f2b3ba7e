import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { openDrain } from "./drain.ts";

async function serve(ms: number) {
  const drain = openDrain(ms);
  const answer = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  const server = createServer(async (_request, response) => {
    arrived.resolve();
    await answer.promise;
    response.end("done");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { drain, server, answer: answer.resolve, arrived: arrived.promise, url };
}

test("a request under way is answered, no new one is taken, and the server ends", async () => {
  const { drain, server, answer, arrived, url } = await serve(10_000);
  const underWay = fetch(url);
  await arrived;
  const drained = drain.drain(server);
  expect(drain.isDraining()).toBe(true);
  await expect(fetch(url, { headers: { connection: "close" } })).rejects.toThrow();
  answer();
  expect(await (await underWay).text()).toBe("done");
  await drained;
});

test("what does not end in time is cut", async () => {
  const { drain, server, arrived, url } = await serve(50);
  const underWay = fetch(url);
  underWay.catch(() => {});
  await arrived;
  await drain.drain(server);
  await expect(underWay).rejects.toThrow();
});
