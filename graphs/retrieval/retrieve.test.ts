import { describe, expect, test } from "vitest";
import { AppError } from "#core/errors.ts";
import { localReader } from "#knowledge/retrieval/reading/local-reader.ts";
import { records, testRetrieval } from "./test-retrieval.ts";

const seats = { text: "How many seats does the Berlin office need?", limit: 5, answer: true };

describe("without a model", () => {
  test("answers in verifiable quotations", async () => {
    const { retrieve, context } = testRetrieval();
    const found = await retrieve(context, seats);
    expect(found.answer[0]).toEqual({
      text: 'On 3 May 2025 Jane Doe wrote: "We need 40 seats for the Berlin office."',
      citations: [1],
    });
    expect(found).toMatchObject({ abstained: false, engine: "local", notes: [] });
    expect(found.confidence).toBeGreaterThan(0.7);
    expect(found.passages[0]?.no).toBe(1);
  });

  test.each([
    ["a topic that nobody spoke of", "Which zebra species migrate across Botswana?"],
    ["somebody whom nobody named", "How many seats does Alice Cooper need for the Berlin office?"],
    ["another number", "Do they need 70 seats for the Berlin office?"],
  ])("abstains on %s, and says what it searched for", async (_what, text) => {
    const { retrieve, context } = testRetrieval();
    const found = await retrieve(context, { text, limit: 5, answer: true });
    expect(found).toMatchObject({ answer: [], abstained: true, searched: { passages: records.length } });
    expect(found.tried[0]).toMatchObject({ query: text, round: 1 });
  });

  test("finds without answering when no answer is wanted", async () => {
    const { retrieve, context } = testRetrieval();
    const found = await retrieve(context, { ...seats, answer: false });
    expect(found).toMatchObject({ answer: [], abstained: false });
    expect(found.passages[0]?.no).toBe(1);
  });

  test("passes the filter and what was said before to every search of every round", async () => {
    const { retrieve, context, asked } = testRetrieval();
    const given = { filter: { company: "Acme" }, history: ["Jane Doe plans an office in Berlin."] };
    await retrieve(context, {
      ...seats,
      ...given,
      text: "Which striped zebras want refunds and seats?",
      rounds: 5,
    });
    expect(asked.length).toBeGreaterThan(1);
    for (const request of asked) expect(request).toMatchObject(given);
  });
});

describe("the budget", () => {
  const restless = {
    ...localReader,
    rewrite: async ({ tried }: { tried: readonly string[] }) => ({
      value: { queries: [`zebra ${tried.length}`], expansion: [] },
      engine: "local",
    }),
  };
  const hopeless = { text: "Which refunds do striped zebras get?", limit: 5, answer: true };

  test.each([1, 2, 5])("holds %d rounds", async (rounds) => {
    const { retrieve, context } = testRetrieval({ reader: restless });
    const { tried } = await retrieve(context, { ...hopeless, rounds });
    expect(Math.max(...tried.map(({ round }) => round))).toBe(rounds);
  });

  test("ends in one round when nothing more can be thought of", async () => {
    const idle = {
      ...restless,
      rewrite: async () => ({ value: { queries: [], expansion: [] }, engine: "local" }),
    };
    const { retrieve, context } = testRetrieval({ reader: idle });
    const { tried } = await retrieve(context, hopeless);
    expect(new Set(tried.map(({ round }) => round))).toEqual(new Set([1]));
  });

  test("gives the best so far when a later search hangs", async () => {
    const { retrieve, context } = testRetrieval({
      reader: restless,
      search: (who, request, signal) =>
        request.text.startsWith("zebra")
          ? new Promise(() => {})
          : testRetrieval()
              .retrieve(context, { ...seats, text: request.text, answer: false })
              .then(({ passages, searched }) => {
                signal?.throwIfAborted();
                return { hits: passages, searched, who };
              }),
    });
    const found = await retrieve(context, { ...hopeless, answer: false, timeoutMs: 1_500 });
    expect(found.passages.length).toBeGreaterThan(0);
    expect(found.notes.join()).toContain("given up");
  });

  test("gives what was found when the reader breaks its promises", async () => {
    const broken = {
      engine: "test:broken",
      understand: () => Promise.reject(new Error("x")),
      grade: () => new Promise<never>(() => {}),
      rewrite: () => Promise.reject(new Error("x")),
      answer: () => Promise.reject(new Error("x")),
    };
    const { retrieve, context } = testRetrieval({ reader: broken });
    const found = await retrieve(context, { ...seats, timeoutMs: 100 });
    expect(found.passages[0]?.no).toBe(1);
    expect(found.notes).toContain("a step of reading failed");
  });
});

test("quotes locally when a writing model breaks its promises", async () => {
  const answer = () => new Promise<never>(() => {});
  const { retrieve, context } = testRetrieval({ reader: { ...localReader, engine: "test:slow", answer } });
  const found = await retrieve(context, { ...seats, timeoutMs: 300 });
  expect(found).toMatchObject({ abstained: false, engine: "local", notes: ["a step of reading failed"] });
  expect(found.answer[0]?.citations).toEqual([1]);
});

test.each([
  ["one part is answered by its first round", ["seats"], 1],
  ["several parts goes on searching, whatever serves one of them", ["seats", "budget"], 3],
])("a question in %s", async (_what, queries, rounds) => {
  const sure = {
    ...localReader,
    understand: async () => ({ value: { standalone: seats.text, queries }, engine: "local" }),
    grade: async ({ passages }: { passages: readonly { no: number }[] }) => ({
      value: passages.map(({ no }) => ({ no, relevance: 1 })),
      engine: "local",
    }),
    rewrite: async ({ tried }: { tried: readonly string[] }) => ({
      value: { queries: [`refunds ${tried.length}`], expansion: [] },
      engine: "local",
    }),
  };
  const { retrieve, context } = testRetrieval({ reader: sure });
  const { tried } = await retrieve(context, { ...seats, limit: 2 });
  expect(Math.max(...tried.map(({ round }) => round))).toBe(rounds);
});

test("passes on why no search worked", async () => {
  const failure = new AppError("DATABASE_UNAVAILABLE", "The database is away.");
  const { retrieve, context } = testRetrieval({ search: () => Promise.reject(failure) });
  await expect(retrieve(context, seats)).rejects.toMatchObject({ code: "DATABASE_UNAVAILABLE" });
});

test("lets nobody read who may not", async () => {
  const { retrieve, context, asked } = testRetrieval();
  const roles = ["MARKETING_MANAGER"] as const;
  const stranger = { ...context, principal: { ...context.principal, roles } };
  await expect(retrieve(stranger, seats)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(asked).toEqual([]);
});

test("keeps a salesperson to their own contacts", async () => {
  const { retrieve, context, asked } = testRetrieval();
  const principal = { ...context.principal, roles: ["SALES_REP"] as const };
  await retrieve({ ...context, principal }, { ...seats, filter: { assignedTo: "somebody else" } });
  expect(asked.every(({ filter }) => filter?.assignedTo === "ada")).toBe(true);
});

test("ends when the caller leaves", async () => {
  const { retrieve, context } = testRetrieval();
  await expect(retrieve({ ...context, signal: AbortSignal.abort() }, seats)).rejects.toMatchObject({
    code: "CANCELLED",
  });
});
