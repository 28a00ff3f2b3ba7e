import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dataFolder } from "../../datasets.ts";
import { verdictOf } from "../../report/figure-table.ts";
import { emailTables, measureEmail } from "./measure-email.ts";
import { pairScore } from "./measure-threads.ts";
import { replyCases } from "./reply-cases.ts";

describe.skipIf(!existsSync(join(dataFolder(), "text/email_mime")))("on public fixtures", () => {
  test("every floor holds", async () => {
    const results = await measureEmail();
    expect(
      results.figures.filter((figure) => verdictOf(figure) === "MISSED" || verdictOf(figure) === "missing"),
    ).toEqual([]);
    expect(results.replies.scores.map(({ of }) => of)).toEqual([20, 19]);
    expect(emailTables(results)).toContain("| by headers");
  });
});

test("pairs are scored by who is together", () => {
  expect(pairScore([0, 0, 1, 1], [0, 0, 0, 1])).toMatchObject({ precision: 0.5, recall: 1 / 3, f1: 0.4 });
});

test.each([
  ["assert_equal 2, reply.fragments.size", true],
  ["assert_equal 3, reply.fragments.size", false],
  ["assert_equal [true, false],\n      reply.fragments.map { |f| f.quoted? }", true],
  ["assert_equal [false, false], reply.fragments.map { |f| f.quoted? }", false],
  ["assert_match(/^On/, reply.fragments[0].to_s)", true],
  ["assert_match(/^Hi/, reply.fragments[0].to_s)", false],
])("reads %j", (assertion, holds) => {
  const [found] = replyCases(`  def test_it\n    reply = email(:email_1)\n    ${assertion}\n  end\n`, "ruby");
  const split = {
    fragments: [
      { text: "On Monday:", quoted: true, signature: false, hidden: true },
      { text: "Hi", quoted: false, signature: false, hidden: false },
    ],
    reply: "Hi",
  };
  expect(found?.fixture).toBe("email_1.txt");
  expect(found?.checks.map((check) => check.holds(split))).toEqual([holds]);
});
