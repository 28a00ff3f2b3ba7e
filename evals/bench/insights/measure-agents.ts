import { loadConfig } from "#core/config.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "#knowledge/db/database.ts";
import { quantile } from "#knowledge/scoring/encode/quantile.ts";
import { compose } from "#servers/compose/compose.ts";
import { atMost, type Figure } from "../../report/figure-table.ts";

/** A filled workspace, and where the product finds it. */
export interface AgentsUnderTest {
  db: Database;
  principal: Principal;
  /** DATABASE_URL or RAPPORT_HOME. */
  place: { databaseUrl: string } | { home: string };
  /** A year ends here. */
  to: Date;
}

const insightRuns = 3;
const journeys = 200;
/** Calls before the clock counts: code and peers are loaded, as in a server that runs. */
const warming = 10;
const yearMs = 365 * 86_400_000;

/** Times the two agents as a host calls them: the whole of generate_insights over a year, and journeys of contacts drawn evenly. */
export async function measureAgents({ db, principal, place, to }: AgentsUnderTest): Promise<Figure[]> {
  const onServer = "databaseUrl" in place;
  const env = onServer ? { DATABASE_URL: place.databaseUrl } : { RAPPORT_HOME: place.home };
  const rapport = compose(loadConfig(env));
  const context = { principal, signal: new AbortController().signal };
  try {
    const { generateInsights, analyzeCustomerJourney } = rapport.tools;
    // As servers do a moment after they start.
    await rapport.getReady.generate_insights();
    await rapport.getReady.analyze_customer_journey();
    const period = { from: new Date(to.getTime() - yearMs).toISOString(), to: to.toISOString() };
    const input = generateInsights.input.parse({ time_period: period });
    const seconds: number[] = [];
    for (let run = 0; run < insightRuns; run++) {
      seconds.push((await timed(() => generateInsights.run(context, input))) / 1_000);
    }
    const times: number[] = [];
    for (const id of await drawContacts(db, principal)) {
      const one = analyzeCustomerJourney.input.parse({ contact_id: id });
      times.push(await timed(() => analyzeCustomerJourney.run(context, one)));
    }
    const warm = times.slice(warming).toSorted((a, b) => a - b);
    const target = atMost(onServer ? 3 : 8);
    return [
      { name: "generate_insights over a year: the first call", value: seconds[0] ?? null, unit: "s", target },
      {
        name: "generate_insights over a year: the best later one",
        value: Math.min(...seconds.slice(1)),
        unit: "s",
        target,
      },
      { name: "analyze_customer_journey, the first call", value: times[0] ?? null, unit: "ms" },
      { name: "analyze_customer_journey, p50", value: quantile(warm, 0.5), unit: "ms", target: atMost(100) },
      { name: "analyze_customer_journey, p95", value: quantile(warm, 0.95), unit: "ms" },
    ];
  } finally {
    await rapport.close();
  }
}

async function drawContacts(db: Database, { tenant }: Principal): Promise<string[]> {
  return db.readTenant(tenant.id, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      "select id from contacts where tenant_id = $1 order by hashtext(id::text), id limit $2",
      [tenant.id, journeys + warming],
    );
    return rows.map(({ id }) => id);
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
