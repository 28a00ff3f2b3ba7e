import { beforeAll, describe, expect, test } from "vitest";
import { runRapport } from "../test-support/child.ts";
import { conversationsWorkspace, markedRecords } from "../test-support/conversations-workspace.ts";

const { contacts } = markedRecords("acme");
let workspace: string;

beforeAll(async () => {
  workspace = (await conversationsWorkspace("acme")).tenant.name;
});

const run = async (args: string[], stdin?: string) => {
  const ended = await runRapport([...args, "--workspace", workspace], { stdin });
  return { ...ended, lines: ended.stdout.trimEnd().split("\n") };
};

const lines = (...values: unknown[]) =>
  values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join("\n");

test("index makes everything searchable, and status says so", async () => {
  expect(JSON.parse((await run(["index", "--json"])).stdout)).toMatchObject({ pending: 0 });
  const status = JSON.parse((await run(["status", "--json"])).stdout);
  expect(status.search).toMatchObject({ passages: 22, pending: 0, embedder: "local" });
  expect((await run(["status"])).stdout).toMatch(/searchable +22 passages\n/);
});

test("search tells people in words and machines in JSON", async () => {
  const { status, stdout, stderr } = await run(["search", "acmesecretd", "--k", "3"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("Our project is called acmesecretd");
  const { hits } = JSON.parse((await run(["search", "acmesecretd", "--json"])).stdout);
  expect(hits[0].text).toContain("acmesecretd");
});

test.each([
  ["id", contacts[3]?.id],
  ["email", contacts[3]?.email],
  ["name", contacts[3]?.name],
])("search is narrowed to a contact by %s", async (_how, contact) => {
  const { stdout } = await run([
    "search",
    "the project",
    "--contact",
    contact ?? "",
    "--channel",
    "email",
    "--json",
  ]);
  const { hits } = JSON.parse(stdout) as { hits: { contact_name: string }[] };
  expect(hits.map(({ contact_name }) => contact_name)).toEqual([contacts[3]?.name, contacts[3]?.name]);
});

describe("a file of queries", () => {
  test("is answered line by line in the ids of the imported files; bad lines are told and the others go on", async () => {
    const file = lines(
      { id: "q1", text: "acmesecretb" },
      "no json",
      { id: 2, text: "the project", contact: contacts[3]?.email },
      { id: "q3" },
      { id: "q4", text: "the project", contact: "nobody" },
      {
        id: "q5",
        text: "how long is the warranty of the loom?",
        conversation: "acme-thread-2",
        history: ["About the warranty"],
      },
      { id: "q6", text: "What does the acmearticle say of the warranty?" },
    );
    const {
      status,
      stderr,
      lines: answers,
    } = await run(["search", "--queries", "-", "--k", "4", "--format", "jsonl"], file);
    expect(status).toBe(3);
    expect(stderr.split("\n").map((line) => line.slice(0, 7))).toEqual(["line 2:", "line 4:", "line 5:", ""]);
    const found = new Map(answers.map((line) => JSON.parse(line)).map(({ id, hits }) => [id, hits]));
    expect([...found.keys()]).toEqual(["q1", 2, "q5", "q6"]);
    expect(found.get("q1")[0]).toEqual({
      message: "acme-m-1-1",
      conversation: "acme-thread-1",
      score: expect.any(Number),
    });
    expect(new Set(found.get(2).map((hit: { conversation: string }) => hit.conversation))).toEqual(
      new Set(["acme-thread-3"]),
    );
    expect(new Set(found.get("q5").map((hit: { conversation: string }) => hit.conversation))).toEqual(
      new Set(["acme-thread-2"]),
    );
    expect(found.get("q6")[0]).toMatchObject({ article: "acme-faq" });
    for (const hits of found.values()) expect(hits.length).toBeLessThanOrEqual(4);
  });

  test("is searched in rounds on demand", async () => {
    const query = { id: "q1", text: "acmesecretb" };
    const { status, lines: answers } = await run(["search", "--queries", "-", "--rounds", "3"], lines(query));
    expect(status).toBe(0);
    expect(JSON.parse(answers[0] ?? "").hits[0]).toMatchObject({ message: "acme-m-1-1" });
  });

  test("is answered with citations, or not where the records do not tell", async () => {
    const file = lines(
      { id: "a", text: "What does the warranty cost?", contact: contacts[2]?.id },
      { id: "b", text: "Who won the boat race in 1877?" },
    );
    const { status, lines: answers } = await run(["ask", "--queries", "-"], file);
    expect(status).toBe(0);
    const [told, untold] = answers.map((line) => JSON.parse(line));
    expect(told).toMatchObject({ id: "a", abstained: false });
    expect(told.answer).toContain("42 euros");
    expect(told.citations[0]).toMatchObject({
      message: "acme-m-2-2",
      conversation: "acme-thread-2",
      quote: expect.stringContaining("42 euros"),
    });
    expect(untold).toMatchObject({ id: "b", abstained: true, answer: "", citations: [] });
  });
});

test("ask tells what it rests on", async () => {
  const { status, stdout } = await run([
    "ask",
    "What does the warranty cost?",
    "--contact",
    contacts[2]?.id ?? "",
  ]);
  expect(status).toBe(0);
  expect(stdout).toContain("42 euros");
});

test("imports make what they bring searchable unless told not to, articles too", async () => {
  const article = (id: string, word: string) => lines({ id, text: `Looms need oil, says ${word}.` });
  const first = await run(["import", "articles", "-"], article("oil", "acmeoil"));
  expect({ status: first.status, stdout: first.stdout }).toEqual({
    status: 0,
    stdout: expect.stringContaining("1 passages made"),
  });
  await run(["import", "articles", "-", "--no-index"], article("wax", "acmewax"));
  expect(JSON.parse((await run(["status", "--json"])).stdout).search).toMatchObject({ pending: 1 });
});

test.each([
  ["neither a text nor a file", ["search"], /--queries/],
  ["both", ["search", "loom", "--queries", "-"], /not both/],
  ["too many in rounds", ["search", "--queries", "-", "--k", "100", "--rounds", "2"], /--rounds/],
  ["an unknown contact", ["search", "loom", "--contact", "nobody"], /No contact/],
  ["no question", ["ask"], /--queries/],
  ["a file that is not there", ["search", "--queries", "nowhere.jsonl"], /nowhere\.jsonl/],
])("%s is told how to be mended", async (_what, args, fix) => {
  const { status, stderr } = await run(args, "");
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(fix) });
});
