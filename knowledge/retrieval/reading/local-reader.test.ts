import { describe, expect, test } from "vitest";
import { testHit } from "../test-hit.ts";
import { localReader } from "./local-reader.ts";

const jane = {
  speaker: "Jane Doe",
  contactName: "Jane Doe",
  direction: "INBOUND",
  at: new Date("2025-05-03T09:00:00Z"),
} as const;
const passages = [
  testHit(1, { ...jane, text: "Hello. The shuttle to Cambridge costs 8 dollars. It leaves at noon." }),
  testHit(2, { ...jane, text: "Our office in Cambridge has a garden." }),
  testHit(3, { ...jane, text: "See shuttle.example/book for the shuttle to Cambridge costs." }),
];
const texts = async (question: string, history?: string[]) =>
  (await localReader.answer({ question, history, passages })).value.map(({ text }) => text);

describe("an answer", () => {
  test("quotes the telling sentence with who said it when", async () => {
    expect(await texts("How much does the shuttle to Cambridge cost?")).toContain(
      'On 3 May 2025 Jane Doe wrote: "The shuttle to Cambridge costs 8 dollars."',
    );
  });

  test("knows from what was said before what “it” is", async () => {
    const said = await texts("How much does it cost?", ["Is there a shuttle to Cambridge?"]);
    expect(said.join()).toContain("costs 8 dollars");
  });

  test("quotes nothing that is unfit to show", async () => {
    expect((await texts("How much does the shuttle to Cambridge cost?")).join()).not.toContain("example");
  });

  test.each([
    ["another place", "How much does the shuttle to Oxford cost?"],
    ["another thing", "How much does the helicopter insurance cost?"],
    ["another number", "Does the shuttle to Cambridge cost 9 dollars?"],
    ["nothing", "?"],
  ])("is empty for %s", async (_what, question) => {
    expect(await texts(question)).toEqual([]);
  });
});

test("a long question is searched by its sentences too, most telling first", async () => {
  const question =
    "Hello there. Our shuttle to Cambridge broke down. Which refund policy applies to damaged luggage?";
  const { value } = await localReader.understand({ question });
  expect(value.queries).toEqual([
    question,
    "Which refund policy applies to damaged luggage?",
    "Our shuttle to Cambridge broke down.",
  ]);
});

test("a question that points back takes over names first", async () => {
  const { value } = await localReader.understand({
    question: "Is it free?",
    history: ["The shuttle to Cambridge"],
  });
  expect(value.standalone).toBe("Is it free? Cambridge shuttle");
});

test("feedback names what the best passages have and the question lacks, as it is said", async () => {
  const { value } = await localReader.rewrite({ question: "shuttle costs", passages, tried: [] });
  const terms = value.expansion.map(({ term }) => term);
  expect(terms).toContain("cambridge");
  expect(terms).not.toContain("shuttle");
  for (const { weight } of value.expansion) expect(weight).toBeLessThanOrEqual(0.4);
});

test("grades by the share of rare words", async () => {
  const { value } = await localReader.grade({ question: "shuttle to Cambridge", passages });
  const [both = 0, place = 0] = value.map(({ relevance }) => relevance);
  expect(both).toBe(1);
  expect(place).toBeLessThan(0.5);
});
