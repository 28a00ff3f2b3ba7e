import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { deliver } from "./deliver.ts";
import { fanOut } from "./fan-out.ts";
import { verified } from "./test-receiver.ts";
import {
  db,
  emit,
  latestEvent,
  must,
  newContact,
  ports,
  receiver,
  uuid,
  workspace,
} from "./test-webhooks.ts";

beforeEach(() => {
  receiver.taken.length = 0;
  receiver.answer = 204;
});
afterAll(() => receiver.close());

describe("an event", () => {
  test("is told, signed, to each endpoint that wants it, without what anybody wrote", async () => {
    const { principal, tenant, add } = await workspace();
    const { secret } = await add(["contact.created"]);
    await add([]);
    await add(["contact.deleted"]);
    const id = await newContact(principal);
    const messages = await fanOut(db, { tenant, event: await latestEvent(tenant) });
    expect(messages).toHaveLength(2);
    for (const message of messages) await deliver(db, { tenant, id: message }, ports);
    expect(receiver.taken).toHaveLength(2);
    const [first] = receiver.taken;
    expect(first?.headers["webhook-id"]).toMatch(/^msg_[0-9a-f-]{36}$/);
    expect(verified(must(first), secret)).toEqual({
      type: "contact.created",
      timestamp: expect.stringMatching(/^20.*Z$/),
      data: { records: [{ id }] },
    });
    expect(JSON.stringify(receiver.taken)).not.toContain("Quill");
    expect(() => verified({ ...must(first), body: `${first?.body} ` }, secret)).toThrow();
  });

  test("fanned out twice makes one message, which is sent once", async () => {
    const { principal, tenant, add } = await workspace();
    await add([]);
    await newContact(principal);
    const event = await latestEvent(tenant);
    const once = await fanOut(db, { tenant, event });
    expect(await fanOut(db, { tenant, event })).toEqual(once);
    for (const id of [...once, ...once]) await deliver(db, { tenant, id }, ports);
    expect(receiver.taken).toHaveLength(1);
    expect(await fanOut(db, { tenant, event })).toEqual([]);
  });

  test("of many records is divided, and a score's move is told", async () => {
    const { tenant, add } = await workspace();
    await add(["lead.score_changed"]);
    const moves = Array.from({ length: 1_001 }, (_, n) => ({
      id: uuid(n),
      from: null,
      to: 40,
      note: "secret",
    }));
    await emit(tenant, "lead.score_changed", moves);
    const messages = await fanOut(db, { tenant, event: await latestEvent(tenant) });
    expect(messages).toHaveLength(3);
    for (const id of messages) await deliver(db, { tenant, id }, ports);
    const sizes = receiver.taken.map(({ body }) => JSON.parse(body).data.records.length).sort();
    expect(sizes).toEqual([1, 500, 500]);
    expect(JSON.parse(receiver.taken[0]?.body ?? "").data.records[0]).toEqual({
      id: uuid(0),
      from: null,
      to: 40,
    });
  });

  test("that is not published, or not the tenant's, is told to nobody", async () => {
    const [one, two] = [await workspace(), await workspace()];
    await one.add([]);
    await two.add([]);
    await emit(one.tenant, "job.queued", []);
    expect(await fanOut(db, { tenant: one.tenant, event: await latestEvent(one.tenant) })).toEqual([]);
    await newContact(one.principal);
    const event = await latestEvent(one.tenant);
    expect(await fanOut(db, { tenant: two.tenant, event })).toEqual([]);
  });
});
