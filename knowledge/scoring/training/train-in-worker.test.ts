import { expect, test } from "vitest";
import { syntheticLeads } from "./synthetic-leads.ts";
import { trainLeadModel } from "./train.ts";
import { trainInWorker } from "./train-in-worker.ts";

const leads = syntheticLeads(150);
const trainedAt = new Date("2026-06-02T00:00:00Z");

test("makes the same model in its thread, tells how far it is, and lets this thread go on", async () => {
  const told: number[] = [];
  let turns = 0;
  const clock = setInterval(() => turns++, 5);
  const trained = await trainInWorker(leads, { trainedAt, onProgress: (done) => told.push(done) });
  clearInterval(clock);
  expect(trained).toEqual(await trainLeadModel(leads, { trainedAt }));
  expect(told.length).toBeGreaterThan(3);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(turns).toBeGreaterThan(5);
});

test("ends when cancelled, with the reason", async () => {
  const control = new AbortController();
  const reason = new Error("enough");
  const work = trainInWorker(leads, {
    trainedAt,
    signal: control.signal,
    onProgress: () => control.abort(reason),
  });
  await expect(work).rejects.toBe(reason);
  await expect(trainInWorker(leads, { trainedAt, signal: control.signal })).rejects.toBe(reason);
});

test("what breaks in the thread is heard here", async () => {
  const broken = [{ ...leads[0], snapshot: null }, ...leads.slice(1)] as unknown as typeof leads;
  await expect(trainInWorker(broken, { trainedAt })).rejects.toMatchObject({
    code: "INTERNAL",
    message: expect.stringContaining("Train again"),
  });
});
