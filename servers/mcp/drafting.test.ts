import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { testDatabase } from "#knowledge/db/test-database.ts";
import { mailWorkspace } from "#knowledge/drafting/test-draft.ts";
import { importArticles } from "#knowledge/import/import-articles.ts";
import { textSource } from "#knowledge/import/source.ts";
import { importing, mail } from "#knowledge/import/test-mails.ts";
import { connectStdio } from "../test-support/connect.ts";

let who: Principal;
let client: Client;
const handle = "5f3cf1a2-6f0c-4c8d-9a7e-0c1f2b3a4d5e";

beforeAll(async () => {
  const asking = { text: "What does a brush cost?" };
  who = await mailWorkspace([
    mail({ id: "q1@x.example", ...asking }),
    mail({ id: "z1@z.example", from: "Zoe <zoe@z.example>", ...asking }),
  ]);
  const article = { id: "price", title: "Prices", text: "A brush costs ten euros." };
  await importArticles(testDatabase(), who, textSource("a.jsonl", JSON.stringify(article)));
  client = await connectStdio(who.tenant.name);
});
afterAll(() => client.close());

async function call(name: string, input: object) {
  const { isError, content, structuredContent } = await client.callTool({ name, arguments: { ...input } });
  const text = content.map((part) => (part.type === "text" ? part.text : "")).join("\n");
  return { isError: isError === true, text, output: structuredContent as Record<string, unknown> };
}

test("what waits is drafted, listed and approved once; whoever comes later is told", async () => {
  const { output: found } = await call("find_threads", { within_days: 3_650 });
  const waiting = (found.threads as { contact_name: string; message_id: string }[]).find(
    ({ contact_name }) => contact_name === "Bob Brown",
  );
  const { output: draft } = await call("draft_response", { message_id: waiting?.message_id });
  expect(draft).toMatchObject({
    response: expect.stringContaining("A brush costs ten euros."),
    recipients: { to: ["bob@x.example"] },
  });
  const listed = await call("list_drafts", { email: "bob@x.example" });
  expect(listed.output).toMatchObject({ drafts: [{ handle: draft.handle, status: "proposed" }] });
  expect(listed.text).toContain(`handle ${draft.handle}, until ${draft.expires_at}; to bob@x.example`);
  const approve = () => call("review_draft", { handle: draft.handle, decision: "approve" });
  const first = await approve();
  expect(first.output).toMatchObject({ status: "approved", recipients: { to: ["bob@x.example"] } });
  expect(await approve()).toEqual({ ...first, text: expect.any(String) });
  const late = await call("review_draft", { handle: draft.handle, decision: "reject", reason: "No." });
  expect(late.text).toMatch(/^CONFLICT: You have approved this draft on .*nothing was changed\./);
  expect((await call("draft_response", { message_id: waiting?.message_id })).text).toMatch(/^CONFLICT: /);
  expect((await call("find_threads", { within_days: 3_650 })).text).not.toContain("Bob Brown");
});

describe("a draft to Zoe", () => {
  const draft = async () => (await call("draft_response", { email: "zoe@z.example" })).output;

  test("of an older version is superseded", async () => {
    const [old, latest] = [await draft(), await draft()];
    const answer = await call("review_draft", { handle: old.handle, decision: "approve" });
    expect(answer.text).toMatch(/^CONFLICT: A newer version.*list_drafts shows it/);
    const { output } = await call("list_drafts", { email: "zoe@z.example" });
    expect(output).toMatchObject({ drafts: [{ handle: latest.handle, version: latest.version }] });
  });

  test("that is rejected says why, and the next one is another", async () => {
    const { handle } = await draft();
    await call("review_draft", { handle, decision: "reject", reason: "Too short." });
    const late = await call("review_draft", { handle, decision: "approve" });
    expect(late.text).toMatch(/You have rejected .*because: Too short\.; .*Draft the response again/);
    expect((await call("list_drafts", { statuses: ["rejected"] })).text).toContain("because: Too short.");
    expect(await draft()).toMatchObject({ status: "proposed" });
  });

  test("that has expired is not sent", async () => {
    const { handle, draft_id: id } = await draft();
    await testDatabase().withTenant(who.tenant.id, (tx) =>
      tx.query("update drafts set expires_at = now() - interval '1 hour' where tenant_id = $1 and id = $2", [
        who.tenant.id,
        id,
      ]),
    );
    const late = await call("review_draft", { handle, decision: "approve" });
    expect(late.text).toMatch(/^PROPOSAL_EXPIRED: .*Draft the response again/);
    const { output } = await call("list_drafts", { email: "zoe@z.example" });
    expect(output).toMatchObject({ drafts: [{ handle: null, expired: true }] });
  });

  test("is not approved after she wrote again", async () => {
    const { handle } = await draft();
    const more = "In-Reply-To: <z1@z.example>";
    await importing(who, [
      mail({ id: "z2@z.example", from: "Zoe <zoe@z.example>", day: 3, more, text: "And two?" }),
    ]);
    const late = await call("review_draft", { handle, decision: "approve" });
    expect(late.text).toMatch(/^CONFLICT: Since this draft the contact has written again/);
  });
});

test.each<[string, object, RegExp]>([
  [
    "draft_response",
    {},
    /give a contact_id, an email, a name, a conversation_id or a message_id\. find_threads/,
  ],
  ["draft_response", { message_id: "" }, /message_id: is empty: give it, or leave it out/],
  ["draft_response", { message_id: 12 }, /message_id: give it as text/],
  ["draft_response", { message_id: "12" }, /No message "12".*Give the message_id of find_threads/],
  ["draft_response", { conversation_id: "12" }, /No conversation "12".*Take the conversation_id/],
  ["draft_response", { email: "no@no.example" }, /No contact with email.*Look it up/],
  [
    "draft_response",
    { email: "bob@x.example", instructions: "x".repeat(1_001) },
    /1,000 characters: shorten/,
  ],
  ["review_draft", { decision: "approve" }, /handle: give the handle that draft_response or list_drafts/],
  ["review_draft", { handle, decision: "approve" }, /No draft has the handle.*list_drafts gives/],
  ["review_draft", { handle, decision: "send" }, /decision: give approve, edit or reject/],
  ["review_draft", { handle, decision: "edit" }, /edit needs text/],
  ["review_draft", { handle, decision: "edit", text: " " }, /text: is empty: give the whole reply/],
  ["review_draft", { handle, decision: "approve", text: "x" }, /Leave it out, or decide edit/],
  ["review_draft", { handle, decision: "reject" }, /reject needs reason/],
  ["list_drafts", { statuses: [] }, /name one status at least, or leave it out/],
  ["list_drafts", { statuses: "proposed" }, /statuses: give a list, of proposed, /],
  ["list_drafts", { limit: 51 }, /limit: at most 50/],
  ["find_threads", { within_days: 0.5 }, /whole number of days/],
  ["find_threads", { limit: "ten" }, /limit: give a whole number from 1 to 50/],
])("%s with %j is told how to mend it", async (name, input, fix) => {
  expect(await call(name, input)).toMatchObject({ isError: true, text: expect.stringMatching(fix) });
});

test.each([
  [{ contact: "Bob", wishes: "Keep it short." }, /the contact "Bob".*instructions: "Keep it short\."/],
  [{}, /whoever find_threads says has waited longest/],
])("the prompt reply-to with %j waits for the user's decision", async (values, said) => {
  const { messages } = await client.getPrompt({ name: "reply-to", arguments: values });
  const [{ content } = { content: null }] = messages;
  const text = content?.type === "text" ? content.text : "";
  expect(text).toMatch(said);
  expect(text).toMatch(/wait for my decision, and only then call review_draft/);
  const { tools } = await client.listTools();
  for (const named of ["draft_response", "review_draft"])
    expect(tools.map(({ name }) => name)).toContain(named);
});
