import { loadConfig } from "#core/config.ts";
import type { Principal } from "#core/principal.ts";
import { buildResponseDraftingGraph } from "#graphs/response-drafting/graph.ts";
import type { Database } from "#knowledge/db/database.ts";
import { localDrafter } from "#knowledge/drafting/write/local-drafter.ts";
import { quantile } from "#knowledge/scoring/encode/quantile.ts";
import { draftingTools } from "#servers/compose/drafting.ts";
import { openRetrieval } from "#servers/compose/retrieval.ts";
import { atMost, type Figure } from "../../report/figure-table.ts";

/** Drafts before the clock counts: code is loaded, as in a server that runs. */
const warming = 10;
const steps = [
  "read_thread",
  "detect",
  "gather",
  "write",
  "critique",
  "check",
  "score",
  "hand_over",
  "propose",
];

/** Times drafts of the local drafter one after the other: the whole, this process's computing in it, and each step of the graph. */
export async function measureDrafts(
  db: Database,
  principal: Principal,
  messages: readonly string[],
): Promise<Figure[]> {
  const { search } = openRetrieval({ config: loadConfig({}), db });
  const tools = await draftingTools(db, search);
  const graph = buildResponseDraftingGraph({
    tools,
    drafter: localDrafter,
    localDrafter,
    modelTimeoutMs: 1_000,
  });
  const timed = async (message: string): Promise<Timed> => {
    const context = { principal, signal: new AbortController().signal };
    const request = { reference: { message_id: message }, instructions: null };
    const cpu = process.cpuUsage();
    const started = performance.now();
    const took: Record<string, number> = {};
    let before = started;
    for await (const update of await graph.stream({ context, request }, { streamMode: "updates" })) {
      const now = performance.now();
      for (const step of Object.keys(update)) took[step] = now - before;
      before = now;
    }
    const { user, system } = process.cpuUsage(cpu);
    return { whole: performance.now() - started, cpu: (user + system) / 1_000, steps: took };
  };
  for (const message of messages.slice(0, warming)) await timed(message);
  const drafts: Timed[] = [];
  for (const message of messages) drafts.push(await timed(message));
  const whole = drafts.map((draft) => draft.whole).toSorted(ascending);
  const cpu = drafts.map((draft) => draft.cpu).toSorted(ascending);
  return [
    {
      name: `a draft, p50 of ${drafts.length}`,
      value: quantile(whole, 0.5),
      unit: "ms",
      target: atMost(300),
    },
    { name: "a draft, p95", value: quantile(whole, 0.95), unit: "ms" },
    { name: "a draft, computing in this process, p50", value: quantile(cpu, 0.5), unit: "ms" },
    ...steps.map((step) => {
      const times = drafts.flatMap((draft) => draft.steps[step] ?? []).toSorted(ascending);
      const value = times.length === 0 ? null : quantile(times, 0.5);
      return { name: `${step}, p50 of ${times.length}`, value, unit: "ms" };
    }),
  ];
}

interface Timed {
  /** Milliseconds, as all here. */
  whole: number;
  cpu: number;
  steps: Record<string, number>;
}

const ascending = (a: number, b: number) => a - b;
