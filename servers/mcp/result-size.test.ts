import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { importContacts } from "#knowledge/import/import-contacts.ts";
import { importConversations } from "#knowledge/import/import-conversations.ts";
import { importInteractions } from "#knowledge/import/import-interactions.ts";
import { textSource } from "#knowledge/import/source.ts";
import { trainWorkspace } from "#knowledge/scoring/training/train-workspace.ts";
import { composeForTests } from "../test-support/serve-workspace.ts";
import { callTool } from "./call-tool.ts";

// Records as bad as they come: 150 fields, novels in names and notes, thousands of touches.

const rapport = composeForTests();
afterAll(() => rapport.close());

/** 20,000 tokens at three characters each, which is fewer than English or JSON has. */
const mostCharacters = 60_000;
const novel = "call me Ishmael, ".repeat(2_000);
const fields = Array.from({ length: 150 }, (_, i) => `field ${i} with a name that goes on`);
let principal: Principal;

beforeAll(async () => {
  principal = await freshWorkspace();
  const rows = Array.from({ length: 60 }, (_, i) => {
    // Some signal, else no lead has factors.
    const number = (f: number) => ((i * (f + 3)) % 17) + (i % 2 === 0 ? 5 : 0);
    const values = fields.map((_, f) => (f === 0 ? `"${novel}"` : String(number(f))));
    const outcome = i < 10 ? "" : i % 2 === 0 ? "won" : "lost";
    return [`lead-${i}`, `"${novel}"`, `"${novel}"`, outcome, ...values].join(",");
  });
  const header = ["id", "first name", "employer", "outcome", ...fields].join(",");
  await importContacts(testDatabase(), principal, textSource("a.csv", `${header}\n${rows.join("\n")}\n`), {
    id: "id",
    outcome: "outcome",
    map: { company: "employer" },
  });
  const touches = Array.from({ length: 1_500 }, (_, i) => {
    const at = new Date(Date.UTC(2026, 0, 1) + i * 3_600_000).toISOString();
    return `lead-${i % 3},${at},email,${i % 2 === 0 ? "inbound" : "outbound"},"${novel.slice(0, 3_000)}"`;
  });
  await importInteractions(
    testDatabase(),
    principal,
    textSource("b.csv", `contact,at,type,direction,content\n${touches.join("\n")}\n`),
    {
      contact: "contact",
      at: "at",
    },
  );
  const messages = Array.from({ length: 120 }, (_, i) => ({
    at: new Date(Date.UTC(2026, 1, 1) + i * 3_600_000).toISOString(),
    from: novel.slice(0, 900),
    direction: "inbound",
    text: `${i} "quoted" \n ${novel.slice(0, 5_000 + i)}`,
  }));
  const thread = JSON.stringify({ id: "thread", contact: "lead-0", subject: novel, messages });
  await importConversations(testDatabase(), principal, textSource("c.jsonl", thread));
  await trainWorkspace(testDatabase(), principal);
});

describe("no result outgrows a host's patience", () => {
  const { findLeads, getContact, scoreLead, explainScore } = rapport.tools;
  const { searchConversations, getConversation, askConversations } = rapport.tools;
  test.each([
    [findLeads, { limit: 50, outcome: "any" }],
    [getContact, { contact_id: "lead-0", interactions: 50 }],
    [scoreLead, { contact_id: "lead-0" }],
    [searchConversations, { query: "call me Ishmael", limit: 50 }],
    [getConversation, { conversation_id: "thread", limit: 50 }],
    [askConversations, { question: "What shall they be called?" }],
    [explainScore, { contact_id: "lead-0", since: "2026-01-10T00:00:00Z" }],
  ])("$name", async (tool, input) => {
    const signal = new AbortController().signal;
    const result = await callTool(tool, input, { principal: async () => principal, signal });
    expect(result.isError, JSON.stringify(result.content).slice(0, 300)).toBeFalsy();
    expect(JSON.stringify(result).length).toBeLessThan(mostCharacters);
  });

  test("folded factors still add up to the score", async () => {
    const signal = new AbortController().signal;
    const output = await scoreLead.run({ principal, signal }, { contact_id: "lead-0" });
    const sum = output.factors.reduce((total, { contribution }) => total + contribution, 0);
    expect(output.factors.map(({ name }) => name)).toContain("smaller factors");
    expect(Math.abs(sum - Math.log(output.probability / (1 - output.probability)))).toBeLessThan(1e-9);
  });
});
