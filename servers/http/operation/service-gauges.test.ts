import { Registry } from "prom-client";
import { expect, test, vi } from "vitest";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { importContacts } from "#knowledge/import/import-contacts.ts";
import { textSource } from "#knowledge/import/source.ts";
import { measureService } from "#knowledge/service-metrics/measure-service.ts";
import { serviceGauges } from "./service-gauges.ts";

const db = testDatabase();

test("contacts, ends of leads and queues are measured over all workspaces", async () => {
  const table =
    "id,email,status,outcome\n1,a@x.example,LEAD,won\n2,b@x.example,CUSTOMER,lost\n3,c@x.example,LEAD,";
  const count = async () => {
    const measured = await measureService(db);
    const numberOf = (name: string, label: string) =>
      measured.find((one) => one.name === name && Object.values(one.labels)[0] === label)?.value ?? 0;
    return { customers: numberOf("contacts", "CUSTOMER"), won: numberOf("leads_ended", "won"), measured };
  };
  const before = await count();
  for (const admin of [await freshWorkspace(), await freshWorkspace()])
    await importContacts(db, admin, textSource("c.csv", table), { id: "id", outcome: "outcome" });
  const after = await count();
  // Other tests fill workspaces of their own meanwhile.
  expect(after.won - before.won).toBeGreaterThanOrEqual(2);
  expect(after.customers - before.customers).toBeGreaterThanOrEqual(2);
  expect(after.measured.map(({ name }) => name)).toContain("events_waiting");
});

test("they are read at most every five minutes, and models told at each scrape", async () => {
  const registry = new Registry();
  const measure = vi.fn(async () => [{ name: "contacts", labels: { status: "LEAD" }, value: 7 }]);
  let status = "up";
  serviceGauges(registry, {
    measure,
    modelStates: async () => ({ "openai:gpt-6": { status }, redis: { status } }),
  });
  await registry.metrics();
  status = "resting";
  const text = await registry.metrics();
  expect(text).toContain('rapport_contacts{status="LEAD"} 7');
  expect(text).toContain('rapport_model_up{model="openai:gpt-6"} 0.5');
  expect(text).not.toContain("redis");
  expect(measure).toHaveBeenCalledTimes(1);
});
