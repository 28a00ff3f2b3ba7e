import { describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { changeSettings } from "#knowledge/drafting/settings/stored-settings.ts";
import { content, mailWorkspace, proposed, response, threadOf } from "#knowledge/drafting/test-draft.ts";
import { rowsOf } from "#knowledge/import/test-import.ts";
import { importing, mail, question } from "#knowledge/import/test-mails.ts";
import { listDrafts } from "./list-drafts.ts";
import { parseInput } from "./parse-input.ts";
import { reviewDraft } from "./review-draft.ts";
import { saveDraft } from "./save-draft.ts";

const signal = new AbortController().signal;
const review = (principal: Principal, input: object) => {
  const tool = reviewDraft(testDatabase());
  return tool.run({ principal, signal }, parseInput(tool, input));
};
const list = (principal: Principal, input: object = {}) => {
  const tool = listDrafts(testDatabase());
  return tool.run({ principal, signal }, parseInput(tool, input));
};
const outbox = (who: Principal) =>
  rowsOf<{
    message_id: string;
    recipients: unknown;
    subject: string;
    body: string;
    headers: Record<string, unknown>;
    is_automatic: boolean;
  }>(who, "select * from outbox where tenant_id = $1");
const statuses = async (who: Principal) =>
  (
    await rowsOf<{ status: string }>(who, "select status from drafts where tenant_id = $1 order by version")
  ).map(({ status }) => status);
const as = (who: Principal, user: string): Principal => ({ ...who, user });

describe("approving", () => {
  test("puts the reply into the outbox, to the thread's recipients, in its thread", async () => {
    const who = await mailWorkspace();
    const draft = await proposed(who);
    const answer = await review(who, { handle: draft.handle, decision: "approve" });
    expect(answer).toMatchObject({ status: "approved", text: response, risks: [], notes: [] });
    const [row, ...others] = await outbox(who);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      subject: "Re: Prices",
      body: response,
      is_automatic: false,
      recipients: { from: "sales@acme.example", to: ["bob@x.example"], cc: [] },
      headers: {
        inReplyTo: "q1@x.example",
        references: ["q1@x.example"],
        autoSubmitted: null,
        replyTo: expect.stringMatching(/^sales\+rt-[a-z2-7]{26}@acme\.example$/),
      },
    });
    expect(row?.message_id).toBe(answer.message_id);
    expect(row?.message_id).toMatch(new RegExp(`^rt-[a-z2-7]{26}\\.${draft.id}@acme\\.example$`));
  });

  test("an answer to it joins the conversation by its token, even with no other sign", async () => {
    const who = await mailWorkspace();
    await review(who, { handle: (await proposed(who)).handle, decision: "approve" });
    const replyTo = (await outbox(who))[0]?.headers.replyTo;
    await importing(who, [
      mail({ id: "later@x.example", to: String(replyTo), day: 9, subject: "Something else" }),
    ]);
    expect(await rowsOf(who, "select id from conversations where tenant_id = $1")).toHaveLength(1);
  });

  test("every reply of a conversation has the same token", async () => {
    const who = await mailWorkspace();
    await review(who, { handle: (await proposed(who)).handle, decision: "approve" });
    await importing(who, [mail({ id: "q2@x.example", day: 3, more: "References: <q1@x.example>" })]);
    await review(who, { handle: (await proposed(who)).handle, decision: "approve" });
    const rows = await outbox(who);
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map(({ headers }) => headers.replyTo)).size).toBe(1);
  });

  test("twice with one handle answers the same and sends once", async () => {
    const who = await mailWorkspace();
    const { handle } = await proposed(who);
    const first = await review(who, { handle, decision: "approve" });
    expect(await review(who, { handle, decision: "approve" })).toEqual(first);
    expect(await outbox(who)).toHaveLength(1);
    await expect(review(who, { handle, decision: "reject", reason: "no" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("two people at once: exactly one wins, the other is told who decided what", async () => {
    for (let round = 0; round < 4; round++) {
      const who = await mailWorkspace();
      const { handle } = await proposed(who);
      const other = as(who, "eve");
      const [listed] = (await list(other)).drafts;
      expect(listed?.handle).not.toBe(handle);
      const results = await Promise.allSettled([
        review(who, { handle, decision: "approve" }),
        review(other, { handle: listed?.handle, decision: "reject", reason: "too short" }),
      ]);
      const lost = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
      expect(lost).toHaveLength(1);
      const [status] = await statuses(who);
      const told =
        status === "approved"
          ? /^tester approved this draft on 2/
          : /^eve rejected this draft on 2.*too short/;
      expect(lost[0]).toMatchObject({ code: "CONFLICT", message: expect.stringMatching(told) });
      expect(await outbox(who)).toHaveLength(status === "approved" ? 1 : 0);
    }
  });

  test("what is lost before it is saved leaves nothing; done again, there is one reply with the Message-ID of its draft", async () => {
    const who = await mailWorkspace();
    const { handle, id } = await proposed(who);
    const dying = {
      ...testDatabase(),
      withTenant: <T>(tenant: string, work: (tx: never) => Promise<T>) =>
        testDatabase().withTenant<T>(tenant, async (tx) => {
          await work(tx as never);
          throw new Error("killed");
        }),
    };
    const tool = reviewDraft(dying);
    await expect(
      tool.run({ principal: who, signal }, parseInput(tool, { handle, decision: "approve" })),
    ).rejects.toThrow("killed");
    expect([await statuses(who), await outbox(who)]).toEqual([["proposed"], []]);
    const { message_id } = await review(who, { handle, decision: "approve" });
    expect(await outbox(who)).toMatchObject([{ message_id }]);
    expect(message_id).toContain(id);
  });
});

describe("nothing is approved", () => {
  test("with another's handle, or one of another workspace", async () => {
    const who = await mailWorkspace();
    const { handle } = await proposed(who);
    await expect(review(as(who, "eve"), { handle, decision: "approve" })).rejects.toMatchObject({
      code: "FORBIDDEN",
      message: expect.stringContaining("issued to tester"),
    });
    await expect(review(await freshWorkspace(), { handle, decision: "approve" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("of a version that a newer one superseded", async () => {
    const who = await mailWorkspace();
    const { handle } = await proposed(who);
    expect((await proposed(who)).version).toBe(2);
    expect(await statuses(who)).toEqual(["superseded", "proposed"]);
    await expect(review(who, { handle, decision: "approve" })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("newer version"),
    });
  });

  test.each([
    ["that was handed over", { response: null }, {}, "VALIDATION_FAILED", /no text to approve/],
    [
      "with a placeholder in it",
      { response: "It costs [confirm: price]." },
      {},
      "VALIDATION_FAILED",
      /\[confirm: price\]/,
    ],
  ])("%s", async (_, change, _more, code, message) => {
    const who = await mailWorkspace();
    const { handle } = await proposed(who, change);
    await expect(review(who, { handle, decision: "approve" })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    expect(await review(who, { handle, decision: "edit", text: "It costs ten euros." })).toMatchObject({
      status: "edited",
    });
  });

  test("after its time", async () => {
    const who = await mailWorkspace();
    const { handle } = await proposed(who);
    await rowsOf(who, "update drafts set expires_at = now() - interval '1 second' where tenant_id = $1");
    await expect(review(who, { handle, decision: "approve" })).rejects.toMatchObject({
      code: "PROPOSAL_EXPIRED",
    });
    expect((await list(who)).drafts).toMatchObject([{ expired: true, handle: null }]);
  });

  test("when the contact has written again since", async () => {
    const who = await mailWorkspace();
    const { handle } = await proposed(who);
    await importing(who, [
      mail({ id: "q2@x.example", day: 3, text: "Forget it.", more: "References: <q1@x.example>" }),
    ]);
    await expect(review(who, { handle, decision: "approve" })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("written again"),
    });
  });

  test("by who may answer only their own contacts, of somebody else's", async () => {
    const who = await mailWorkspace();
    await proposed(who);
    const rep: Principal = { ...who, user: "rep", roles: ["SALES_REP"] };
    expect((await list(rep)).drafts).toEqual([]);
    const tool = saveDraft(testDatabase());
    const thread = await threadOf(who, { email: "bob@x.example" });
    await expect(
      tool.run({ principal: rep, signal }, { thread, content: content(), response, engine: "local" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

test("once one is approved, no other answer to the message is saved", async () => {
  const who = await mailWorkspace();
  const thread = await threadOf(who, { email: "bob@x.example" });
  await review(who, { handle: (await proposed(who, { thread })).handle, decision: "approve" });
  await expect(proposed(who, { thread })).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringMatching(/^tester approved/),
  });
});

test("drafts made at once are versions one after the other", async () => {
  const who = await mailWorkspace();
  const thread = await threadOf(who, { email: "bob@x.example" });
  const made = await Promise.all(Array.from({ length: 4 }, () => proposed(who, { thread })));
  expect(made.map(({ version }) => version).toSorted()).toEqual([1, 2, 3, 4]);
  expect((await statuses(who)).filter((status) => status === "proposed")).toHaveLength(1);
});

describe("editing", () => {
  test("sends what the person wrote, tells its risks, and notes what it teaches", async () => {
    const who = await mailWorkspace();
    const { handle } = await proposed(who);
    const text =
      "Hi Bob,\n\nIt costs ten euros, see https://evil.example/x or write to m@evil.example.\n\nCheers\nSam";
    expect(await review(who, { handle, decision: "edit", text })).toMatchObject({
      status: "edited",
      text,
      risks: [{ kind: "link" }, { kind: "personal_data" }],
      learned: [
        { kind: "greeting", value: "Hi {first_name}," },
        { kind: "closing", value: "Cheers" },
      ],
    });
    expect(await outbox(who)).toMatchObject([{ body: text, recipients: { to: ["bob@x.example"] } }]);
    expect(
      await rowsOf(
        who,
        "select status, support, user_id from drafting_rules where tenant_id = $1 and kind = 'greeting'",
      ),
    ).toEqual([{ status: "suggested", support: 1, user_id: "tester" }]);
  });

  test.each([
    [{ decision: "edit" }, /edit needs text/],
    [{ decision: "reject" }, /reject needs reason/],
    [{ decision: "approve", text: "x" }, /text goes with edit/],
  ])("%j says what is missing", async (input, message) => {
    const who = await freshWorkspace();
    await expect(review(who, { handle: crypto.randomUUID(), ...input })).rejects.toMatchObject({
      message: expect.stringMatching(message),
    });
  });
});

test("nothing leaves by itself but by a policy that allows it, and then it says so", async () => {
  const who = await mailWorkspace([question, mail({ id: "q2@x.example", day: 2, subject: "Other" })]);
  const tool = saveDraft(testDatabase());
  const draft = async (id: string) => {
    const thread = await threadOf(who, { messageId: `email:${id}` });
    return tool.run({ principal: who, signal }, { thread, content: content(), response, engine: "local" });
  };
  expect(await draft("q1@x.example")).toMatchObject({ status: "proposed", version: 1 });
  const hours = { days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "24:00", time_zone: "UTC" };
  await testDatabase().withTenant(who.tenant.id, (tx) =>
    changeSettings(tx, who, {
      workspace: { automatic_sending: { enabled: true, intents: ["pricing"], working_hours: hours } },
      user: { auto_response_enabled: true },
    }),
  );
  expect(await draft("q1@x.example")).toMatchObject({ status: "approved", version: 2 });
  expect(await outbox(who)).toMatchObject([
    { is_automatic: true, headers: { autoSubmitted: "auto-replied" } },
  ]);
  await expect(draft("q1@x.example")).rejects.toMatchObject({
    message: expect.stringMatching(/^policy:automatic_sending approved/),
  });
});
