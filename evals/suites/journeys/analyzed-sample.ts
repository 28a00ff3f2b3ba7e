import { customerJourneyAgent } from "#agents/customer-journey/agent.ts";
import type { Principal } from "#core/principal.ts";
import { buildCustomerJourneyGraph } from "#graphs/customer-journey/graph.ts";
import { localWords } from "#models/words.ts";
import { compareJourney } from "#tools/compare-journey.ts";
import { findPainPoints } from "#tools/find-pain-points.ts";
import { getJourney } from "#tools/get-journey.ts";
import { suggestNextAction } from "#tools/suggest-next-action.ts";
import type { Embedded } from "../../product/with-embedded.ts";
import type { ReferenceJourney } from "./reference.ts";

const asked = 100;
const day = 86_400_000;

/** Asks analyze_customer_journey about every n-th case, and holds its stages against the reference. */
export async function analyzedSample(
  { db }: Embedded,
  {
    principal,
    reference,
    asOf,
  }: { principal: Principal; reference: readonly ReferenceJourney[]; asOf: Date },
) {
  const tools = {
    getJourney: getJourney(db),
    compareJourney: compareJourney(db),
    findPainPoints: findPainPoints(db),
    suggestNextAction: suggestNextAction(),
  };
  const { analyzeCustomerJourney: tool } = customerJourneyAgent(async () =>
    buildCustomerJourneyGraph({ tools, words: localWords, modelTimeoutMs: 8_000 }),
  );
  const step = Math.floor(reference.length / asked);
  const sample = reference.filter((_, index) => index % step === 0);
  const differing: string[] = [];
  const times: number[] = [];
  for (const one of sample) {
    const started = performance.now();
    const output = await tool.run(
      { principal, signal: AbortSignal.timeout(60_000) },
      { contact_id: one.caseId, as_of: asOf.toISOString(), time_zone: "Europe/Amsterdam" },
    );
    times.push(performance.now() - started);
    const stages = output.journey_stages.filter(({ status }) => status === "reached" || status === "current");
    const got = stages.map((s) => [s.stage, Date.parse(s.entered_at ?? ""), s.dwell_days, s.re_entries]);
    const expected = Object.entries(one.stages).map(([name, { entered, dwell, back }]) => [
      name,
      entered,
      dwell === null ? null : dwell / day,
      back,
    ]);
    if (JSON.stringify(got) !== JSON.stringify(expected))
      differing.push(
        `${one.caseId} asked of the tool: ${JSON.stringify(got)}, not ${JSON.stringify(expected)}`,
      );
  }
  times.sort((a, b) => a - b);
  return { asked: sample.length, differing, p50: times[times.length >> 1] ?? null };
}
