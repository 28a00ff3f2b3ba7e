import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { testDatabase } from "../../db/test-database.ts";
import { parseEmail } from "../../email/parse-email.ts";
import { decide } from "../review/decide.ts";
import { mailWorkspace, proposed, response } from "../test-draft.ts";
import { folderTransport } from "./folder-transport.ts";
import { handOn } from "./hand-on.ts";
import { listOutbox } from "./outbox-row.ts";
import type { OutgoingMessage, Transport } from "./transport.ts";

async function approved(): Promise<Principal> {
  const who = await mailWorkspace();
  const { handle } = await proposed(who);
  await testDatabase().withTenant(who.tenant.id, (tx) =>
    decide(tx, who, { handle, decision: { kind: "approve" }, now: new Date() }),
  );
  return who;
}
const rows = (who: Principal) => testDatabase().readTenant(who.tenant.id, (tx) => listOutbox(tx, who));
const hand = (who: Principal, transport: Transport, again = false) =>
  handOn(testDatabase(), who, transport, { now: new Date(), again });

test("is written as a mail that we read back equal, and once", async () => {
  const who = await approved();
  const folder = await mkdtemp(join(tmpdir(), "rapport-outbox-"));
  try {
    const { handedOn } = await hand(who, folderTransport(join(folder, "new")));
    const [file, ...others] = await readdir(join(folder, "new"));
    expect(others).toEqual([]);
    const [row] = await rows(who);
    expect(row).toMatchObject({ status: "handed_on", attempts: 1, handedOnAt: expect.any(Date) });
    expect(handedOn).toMatchObject([{ messageId: row?.messageId }]);
    const mail = await parseEmail(await readFile(join(folder, "new", file ?? "")));
    expect(mail).toMatchObject({
      messageId: row?.messageId,
      inReplyTo: "q1@x.example",
      subject: "Re: Prices",
      from: { address: "sales@acme.example" },
      to: [{ address: "bob@x.example" }],
      text: `${response}\n`,
    });
    expect(await hand(who, folderTransport(folder))).toEqual({ handedOn: [], failed: [] });
    expect((await hand(who, folderTransport(join(folder, "new")), true)).handedOn).toHaveLength(1);
    expect(await readdir(join(folder, "new"))).toEqual([file]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a transport that fails is asked again, five times at most, with the same Message-ID", async () => {
  const who = await approved();
  const seen: OutgoingMessage[] = [];
  const failing: Transport = {
    hand: async (message) => {
      seen.push(message);
      return { handedOn: false, error: "no route" };
    },
  };
  for (let time = 0; time < 6; time++) await hand(who, failing);
  expect(seen).toHaveLength(5);
  expect(new Set(seen.map(({ messageId }) => messageId)).size).toBe(1);
  expect(await rows(who)).toMatchObject([{ status: "failed", attempts: 5, lastError: "no route" }]);
});

test("a process that ends after handing over hands the same over again", async () => {
  const who = await approved();
  const seen: string[] = [];
  const dying: Transport = {
    hand: async ({ messageId }) => {
      seen.push(messageId);
      if (seen.length === 1) throw new Error("killed");
      return { handedOn: true };
    },
  };
  await expect(hand(who, dying)).rejects.toThrow("killed");
  await hand(who, dying);
  expect(seen[0]).toBe(seen[1]);
  expect(await rows(who)).toMatchObject([{ status: "handed_on" }]);
});

test("another workspace's replies stay there", async () => {
  await approved();
  expect(await rows(await mailWorkspace())).toEqual([]);
});
