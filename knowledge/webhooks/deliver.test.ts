import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { rotateSecrets } from "../secrets/rotate-secrets.ts";
import { deliver } from "./deliver.ts";
import { retryDelivery, sendTest } from "./deliveries.ts";
import { listEndpoints } from "./endpoints.ts";
import { fanOut } from "./fan-out.ts";
import { verified } from "./test-receiver.ts";
import {
  age,
  db,
  deliveriesOf,
  endpointOf,
  eventsOf,
  firstKey,
  latestEvent,
  must,
  newContact,
  nextMessage,
  oneMessage,
  only,
  ports,
  portsWith,
  receiver,
  secondKey,
  storedSecrets,
  workspace,
} from "./test-webhooks.ts";
import { renewEndpointSecret, updateEndpoint } from "./update-endpoint.ts";

beforeEach(() => {
  receiver.taken.length = 0;
  receiver.answer = 204;
});
afterAll(() => receiver.close());

describe("a message that is not taken", () => {
  test.each([500, 302, 404])(
    "but answered %i is sent again, with the same id, until it has failed",
    async (status) => {
      receiver.answer = status;
      const { principal, endpoint, message } = await oneMessage();
      const again = () => deliver(db, message, ports);
      const tries = 4;
      for (let n = 1; n < tries; n++) await expect(again()).rejects.toMatchObject({ retryable: true });
      await deliver(db, { ...message, isLast: true }, ports);
      await again();
      expect(receiver.taken).toHaveLength(tries);
      expect(new Set(receiver.taken.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
      expect(receiver.taken.map(({ path }) => path)).not.toContain("/elsewhere");
      const [listed] = await deliveriesOf(principal, endpoint);
      expect(listed).toMatchObject({ status: "failed", attempts: tries, lastStatus: status });
    },
  );

  test("can be sent again by hand", async () => {
    receiver.answer = 503;
    const { principal, endpoint, message } = await oneMessage();
    await expect(deliver(db, message, ports)).rejects.toThrow();
    receiver.answer = 200;
    const sent = await retryDelivery(db, principal, { endpointId: endpoint, id: message.id, ports });
    expect(sent).toMatchObject({ status: "delivered", lastStatus: 200, lastError: null, attempts: 2 });
  });

  test("because nobody listens, or the address is private, says so", async () => {
    const { principal, endpoint, message } = await oneMessage();
    await expect(deliver(db, message, { ...ports, networks: [] })).rejects.toThrow(/not https/);
    await db.withTenant(principal.tenant.id, (tx) =>
      updateEndpoint(tx, principal, { id: endpoint, url: "http://127.0.0.1:1/", ports }),
    );
    await expect(deliver(db, message, ports)).rejects.toThrow(/ECONNREFUSED/);
  });

  test("by a name that leads elsewhere when it is looked up is sent to the address that was checked", async () => {
    const { principal, message, endpoint } = await oneMessage();
    const url = receiver.url.replace("127.0.0.1", "hooks.invalid");
    await db.withTenant(principal.tenant.id, (tx) =>
      updateEndpoint(tx, principal, { id: endpoint, url, ports }),
    );
    await deliver(db, message, { ...ports, lookup: async () => [{ address: "127.0.0.1", family: 4 }] });
    expect(receiver.taken[0]?.headers.host).toContain("hooks.invalid");
  });

  test("by an endpoint that is gone disables it, which is an event", async () => {
    receiver.answer = 410;
    const { principal, endpoint, message } = await oneMessage();
    await deliver(db, message, ports);
    expect(await endpointOf(principal, endpoint)).toMatchObject({ disabledReason: "answered 410 Gone" });
    expect((await eventsOf(principal.tenant.id)).at(-1)).toEqual({
      type: "webhook.disabled",
      subjects: [endpoint],
    });
    await newContact(principal);
    const event = await latestEvent(principal.tenant.id);
    expect(await fanOut(db, { tenant: principal.tenant.id, event })).toEqual([]);
  });

  test("for five days disables the endpoint; let be sent to again, it begins anew", async () => {
    receiver.answer = 500;
    const { principal, endpoint, message } = await oneMessage();
    await expect(deliver(db, message, ports)).rejects.toThrow();
    expect(await endpointOf(principal, endpoint)).toMatchObject({ disabledAt: null });
    await age(message, "5 days 1 hour");
    await expect(deliver(db, message, ports)).rejects.toThrow();
    expect(await endpointOf(principal, endpoint)).toMatchObject({
      disabledReason: "took no message for 5 days",
    });
    await db.withTenant(message.tenant, (tx) =>
      updateEndpoint(tx, principal, { id: endpoint, disabled: false, ports }),
    );
    const fresh = await nextMessage(principal);
    await expect(deliver(db, fresh, ports)).rejects.toThrow();
    expect(await endpointOf(principal, endpoint)).toMatchObject({ disabledAt: null, disabledReason: null });
  });

  test("for five days does not, where another was taken meanwhile", async () => {
    const { principal, endpoint, message } = await oneMessage();
    await deliver(db, await nextMessage(principal), ports);
    receiver.answer = 500;
    await age(message, "6 days");
    await expect(deliver(db, message, ports)).rejects.toThrow();
    expect(await endpointOf(principal, endpoint)).toMatchObject({ disabledAt: null });
  });
});

describe("secrets", () => {
  test("that are renewed sign beside the one before, which ends", async () => {
    const { principal, endpoint, secret, message } = await oneMessage();
    const { secret: renewed } = await db.withTenant(message.tenant, (tx) =>
      renewEndpointSecret(tx, principal, { id: endpoint, ports }),
    );
    await deliver(db, message, ports);
    const [first] = receiver.taken;
    expect(first?.headers["webhook-signature"]?.split(" ")).toHaveLength(2);
    for (const one of [secret, renewed]) expect(verified(must(first), one)).toHaveProperty("type");
    await db.withTenant(message.tenant, (tx) =>
      tx.query("UPDATE webhook_endpoints SET previous_until = now() WHERE tenant_id = $1", [message.tenant]),
    );
    await retryDelivery(db, principal, { id: message.id, ports });
    expect(() => verified(must(receiver.taken[1]), secret)).toThrow();
    expect(verified(must(receiver.taken[1]), renewed)).toHaveProperty("type");
  });

  test("stand encrypted, and decrypt with the new key alone once they were rotated", async () => {
    const { principal, endpoint, secret, message } = await oneMessage();
    expect(await storedSecrets(message.tenant)).toMatch(/^v1\./);
    await expect(deliver(db, message, portsWith(secondKey))).rejects.toThrow(/key 1; known here are: 2/);
    const done = await rotateSecrets(only(message.tenant), portsWith(`${firstKey},${secondKey}`).secrets);
    expect(done).toEqual({ tenants: 1, secrets: 1, rotated: 1, version: 2 });
    expect(await storedSecrets(message.tenant)).toMatch(/^v2\./);
    await deliver(db, message, portsWith(secondKey));
    expect(verified(must(receiver.taken[0]), secret)).toHaveProperty("type");
    expect(await endpointOf(principal, endpoint)).not.toHaveProperty("secret");
  });
});

test("a test message is sent once, and stands among the deliveries", async () => {
  const { principal, add } = await workspace();
  const { id: endpointId, secret } = await add(["contact.deleted"]);
  expect(await sendTest(db, principal, { endpointId, ports })).toMatchObject({
    status: "delivered",
    type: "webhook.test",
  });
  expect(verified(must(receiver.taken[0]), secret)).toMatchObject({ type: "webhook.test" });
  receiver.answer = 500;
  expect(await sendTest(db, principal, { endpointId, ports })).toMatchObject({
    status: "failed",
    attempts: 1,
  });
});

test("endpoints of another workspace are neither seen nor used, and only administrators see their own", async () => {
  const [one, two] = [await workspace(), await workspace()];
  const { id } = await one.add([]);
  await expect(endpointOf(two.principal, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(sendTest(db, two.principal, { endpointId: id, ports })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const manager: Principal = { ...one.principal, roles: ["SALES_MANAGER"] };
  await expect(db.readTenant(one.tenant, (tx) => listEndpoints(tx, manager))).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
