import { insertMadeUpWorkspace } from "../../bench/insights/made-up-workspace.ts";
import { withEmbedded } from "../../product/with-embedded.ts";
import { atMost, type Figure } from "../../report/figure-table.ts";
import { generate } from "./measuring/ask-product.ts";

/** Of the bench: 50,000 contacts with 500,000 interactions over a year. */
const contacts = 50_000;
const asOf = new Date("2026-11-21T00:00:00Z");
const calls = 3;

/** Times generate_insights over a year of a large workspace in an embedded database; `node evals/bench/insights.ts` looks closer. */
export function measureSpeed(): Promise<Figure[]> {
  return withEmbedded(async ({ db, principal: of }) => {
    const principal = await of("speed");
    await insertMadeUpWorkspace(db, principal, {
      contacts,
      interactions: 10 * contacts,
      days: 365,
      to: asOf,
    });
    const question = {
      period: { from: "2025-11-21", to: "2026-11-21" },
      records: { from: "2025-11-21", to: "2026-11-21" },
      timeZone: "UTC",
    };
    const times: number[] = [];
    for (let call = 0; call < calls; call++) {
      const started = performance.now();
      await generate({ db, principal, business: question });
      times.push((performance.now() - started) / 1000);
    }
    return [
      { name: "generate_insights over a year, the first call", value: times[0] ?? null, unit: "s" },
      {
        name: "generate_insights over a year, embedded",
        value: Math.min(...times),
        unit: "s",
        target: atMost(8),
      },
    ];
  });
}
