import { expect, test } from "vitest";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { answers, answersSql, asksSql, awaitsAnswer } from "./sides.ts";
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
];
const rows = types.flatMap((type) =>
  directions.flatMap((direction) =>
    outcomes.flatMap((outcome) =>
      words.flatMap((told) =>
        [null, "1b4e28ba-2fa1-41d2-883f-0016d3cca427"].map((conversation) => ({
          ...{ type, direction, outcome, ...told, conversation_id: conversation },
        })),
      ),
    ),
  ),
);

test("SQL says of each kind of interaction what is said when it is read", async () => {
  const us = await freshWorkspace();
  const { rows: told } = await testDatabase().readTenant(us.tenant.id, (tx) =>
    tx.query(
      `select ${asksSql} as asks, ${answersSql} as answers from rows from (
        jsonb_to_recordset($1::jsonb) as (type text, direction text, outcome text, content text, activity text, conversation_id uuid)
        ) with ordinality as i(type, direction, outcome, content, activity, conversation_id, n) order by n`,
      [JSON.stringify(rows)],
    ),
  );
  const read = rows.map(({ content, conversation_id: conversationId, type, ...rest }) => {
    const [entry] = timelineOf(["01 10:00", "in", content, { ...rest, conversationId, type: type as null }]);
    if (!entry) throw new Error("timelineOf gives an entry a line");
    // A message of unknown direction may answer; whoever counts does not count it.
    const isUnknown = rest.direction === null && type !== "PHONE_CALL" && type !== "MEETING";
    return { asks: awaitsAnswer(entry), answers: !isUnknown && answers(entry) };
  });
  expect(told).toEqual(read);
});
