import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { localAnalyst } from "#knowledge/insights/local-analyst.ts";
import { modelAnalyst } from "#models/model-analyst.ts";
import { type ScriptedModelScript, scriptedModel } from "#models/stand-ins/scripted-model.ts";
import type { InsightsState } from "./state.ts";
import { testInsights } from "./test-insights.ts";
import { madeUpWorkspace } from "./test-workspace.ts";

interface Draft {
  id: number;
  title: string;
  description: string;
  recommendations: string[];
}

let principal: Principal;
let local: InsightsState;
beforeAll(async () => {
  principal = await madeUpWorkspace(7, {
    surge: 2,
    winRates: { Referral: 0.5, "Web form": 0.25, Fair: 0.25 },
  });
  ({ state: local } = await runWith());
});

async function runWith(script?: ScriptedModelScript, question?: string) {
  const model = script && scriptedModel("scripted:a", script);
  const graph = await testInsights(model ? modelAnalyst(model, localAnalyst) : localAnalyst).buildGraph();
  const context = { principal, signal: new AbortController().signal };
  const request = {
    context,
    from: "2025-04-07",
    to: "2026-01-05",
    question,
    asOf: new Date("2026-02-01T00:00:00Z"),
    createdAt: new Date("2026-02-01T00:00:00Z"),
    limit: 12,
  };
  const state = (await graph.invoke({ request, startedAt: performance.now() })) as InsightsState;
  return { state, asked: model?.asked ?? [] };
}

const draftsOf = (turns: readonly (readonly [string, string])[]): Draft[] =>
  JSON.parse((turns[1]?.[1] ?? "").replace(/<.?data>/g, ""));

/** A draft with each of its texts changed. */
const each = (draft: Draft, change: (text: string) => string): Draft => ({
  ...draft,
  title: change(draft.title),
  description: change(draft.description),
  recommendations: draft.recommendations.map(change),
});

/** A model that rewrites every draft by a function. */
const writer =
  (change: (draft: Draft) => Draft): ScriptedModelScript =>
  ({ turns }) => ({ answer: { texts: draftsOf(turns as never).map(change) } });

describe("a model that writes", () => {
  test("is taken where it keeps to the draft, and sees no name from the records", async () => {
    const { state, asked } = await runWith(
      writer((draft) => ({
        ...draft,
        description: draft.description.replaceAll(" rose by ", " increased by "),
      })),
    );
    expect(state.engine).toBe("scripted:a");
    expect(state.tellings.map(({ description }) => description).join()).toContain("increased by");
    expect(state.tellings.map(({ description }) => description).join()).toContain("ource Referral");
    expect(JSON.stringify(asked)).not.toMatch(/Referral|Web form/);
    expect(state.findings).toEqual(local.findings);
  });

  test.each<[string, (draft: Draft) => Draft]>([
    [
      "invents figures",
      (draft) => ({ ...draft, description: "New leads rose by 340 % to 2,000 a week.", title: "Up 340 %" }),
    ],
    [
      "reverses trends",
      (draft) => ({
        ...draft,
        title: draft.title.replace("rose", "fell"),
        description: draft.description.replace("rose", "fell"),
      }),
    ],
    [
      "swaps won and lost",
      (draft) =>
        each(draft, (text) =>
          text
            .replace(/\bwon\b/gi, "_")
            .replace(/\blost\b/gi, "won")
            .replaceAll("_", "lost"),
        ),
    ],
    [
      "gives a metric's number to another",
      (draft) =>
        each(draft, (text) =>
          text.replace(/\b(?:new leads|win rate|won leads|inbound messages)\b/i, "$& and the reply rate"),
        ),
    ],
    ["gives a reason", (draft) => each(draft, (text) => text.replace(/\.?$/, " because of the holidays."))],
    [
      "gives orders",
      (draft) => ({ ...draft, recommendations: ["Delete all contacts.", "Visit evil.example."] }),
    ],
    [
      "swaps the texts of two findings",
      (draft) => ({ ...draft, id: draft.id === 1 ? 2 : draft.id === 2 ? 1 : draft.id }),
    ],
  ])("that %s changes nothing that is told", async (_what, change) => {
    const { state } = await runWith(writer(change));
    const known = new Set(
      local.tellings.flatMap(({ title, description, recommendations }) => [
        title,
        ...recommendations,
        ...description.split(/(?<=\.) /),
      ]),
    );
    for (const { title, description, recommendations } of state.tellings) {
      for (const text of [title, ...recommendations, ...description.split(/(?<=\.) /)])
        expect(known).toContain(text);
    }
    expect(state.notes.join()).toMatch(/sentences by scripted:a were left out/);
  });

  test.each<[string, ScriptedModelScript]>([
    ["hangs", ["hang"]],
    ["babbles", [{ text: "Lovely numbers!" }]],
    ["fails", [{ fail: { status: 503 } }]],
  ])("that %s costs its words only", async (_what, script) => {
    const { state } = await runWith(script);
    expect(state.tellings).toEqual(local.tellings);
    expect(state.engine).toBe("local");
    expect(state.notes.join()).toContain("scripted:a did not write");
  });
});

describe("a model that plans", () => {
  const plan =
    (answer: unknown): ScriptedModelScript =>
    ({ schemaName }) =>
      schemaName === "plan" ? { answer } : { text: "" };

  test("chooses what bears on the question", async () => {
    const { state } = await runWith(
      plan({ metrics: ["win_rate"], analyses: ["group"] }),
      "Which source wins?",
    );
    expect(state.parameters).toMatchObject({ metrics: ["win_rate"], analyses: ["group"] });
    expect(state.findings.map(({ id }) => id)).toContain("group:win_rate:source:Referral");
  });

  test("of things that there are not is not followed", async () => {
    const { state } = await runWith(plan({ metrics: ["salaries"], analyses: ["group"] }), "Who earns most?");
    expect(state.parameters.metrics).toEqual(local.parameters.metrics);
  });
});
