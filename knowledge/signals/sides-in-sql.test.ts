import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { answers, awaitsAnswer } from "./sides.ts";
import { timelineOf } from "./test-timeline.ts";

const types = [
  "EMAIL",
  "CHAT",
  "SOCIAL_MEDIA",
  "FORM_SUBMISSION",
  "PHONE_CALL",
  "MEETING",
  "WEBSITE_VISIT",
  null,
];
const directions = ["INBOUND", "OUTBOUND", null] as const;
const outcomes = [null, "connected", "No answer", "missed"];
const words = [
  { content: null, activity: null },
  { content: null, activity: "Email Opened" },
  { content: "Can we talk?", activity: "clicked" },
  { content: null, activity: "Reopening" },
  { content: "I am away.", activity: "auto-reply" },
];
const rows = types.flatMap((type) =>
  directions.flatMap((direction) =>
    outcomes.flatMap((outcome) =>
      words.flatMap((told) =>
        [false, true].map((inConversation) => ({ type, direction, outcome, ...told, inConversation })),
      ),
    ),
  ),
);

test("the database says of each kind of interaction what is said when it is read", async () => {
  const { tenant } = await freshWorkspace();
  const [contact, conversation] = [randomUUID(), randomUUID()];
  const told = await testDatabase().withTenant(tenant.id, async (tx) => {
    await tx.query("insert into contacts (tenant_id, id, external_id) values ($1, $2, 'one')", [
      tenant.id,
      contact,
    ]);
    await tx.query("insert into conversations (tenant_id, id, contact_id) values ($1, $2, $3)", [
      tenant.id,
      conversation,
      contact,
    ]);
    await tx.query(
      `insert into interactions (tenant_id, id, external_id, contact_id, conversation_id, type, direction, outcome, content, activity, content_hash, occurred_at)
        select $1, gen_random_uuid(), n, $2, case when "inConversation" then $3::uuid end, type, direction, outcome, content, activity, '', '2026-01-01'::timestamptz
        from rows from (jsonb_to_recordset($4::jsonb) as (type text, direction text, outcome text, content text, activity text, "inConversation" boolean))
          with ordinality as i(type, direction, outcome, content, activity, "inConversation", n)`,
      [tenant.id, contact, conversation, JSON.stringify(rows)],
    );
    const stored = await tx.query(
      "select asks, answers from interactions where tenant_id = $1 order by external_id::int",
      [tenant.id],
    );
    return stored.rows;
  });
  const read = rows.map(({ content, inConversation, type, ...rest }) => {
    const conversationId = inConversation ? conversation : null;
    const [entry] = timelineOf(["01 10:00", "in", content, { ...rest, conversationId, type: type as null }]);
    if (!entry) throw new Error("timelineOf gives an entry a line");
    // A message of unknown direction may answer; whoever counts does not count it.
    const isUnknown = rest.direction === null && type !== "PHONE_CALL" && type !== "MEETING";
    return { asks: awaitsAnswer(entry), answers: !isUnknown && answers(entry) };
  });
  expect(told).toEqual(read);
});
