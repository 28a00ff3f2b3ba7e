import { expect, test } from "vitest";
import { opportunityInsights } from "./opportunity-insights.ts";

const entry = (name: string, kind = "unanswered_questions") => ({
  kind,
  contact_id: `id of ${name}`,
  name,
  reason: "Asked 3 days ago",
  suggested_action: "Answer",
  score: 80,
  message_ids: ["m1"],
});

test.each([
  [
    { count: 1_187, exact: false },
    "About 1,200 conversations end",
    "That there are about 1,200 is an estimate",
  ],
  [{ count: 98, exact: false }, "About 98 conversations end", "That there are about 98 is an estimate"],
  [{ count: 1_187, exact: true }, "1,187 conversations end", undefined],
  [{ count: 1, exact: true }, "1 conversation ends", undefined],
])("a total of %o is told as what it is", (total, title, estimate) => {
  const [insight] = opportunityInsights([entry("Ada")], { unanswered_questions: total });
  expect(insight?.title.startsWith(title)).toBe(true);
  expect(insight?.description.startsWith("Ada: Asked 3 days ago.")).toBe(true);
  if (estimate) expect(insight?.description).toContain(estimate);
  else expect(insight?.description).toBe("Ada: Asked 3 days ago.");
});

test("a list without a total has as many as it shows", () => {
  const [insight] = opportunityInsights([entry("Ada"), entry("Grace")], {});
  expect(insight).toMatchObject({ title: expect.stringMatching(/^2 /), total: 2 });
});
