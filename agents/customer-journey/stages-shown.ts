import { localDay } from "#core/local-day.ts";
import type { CustomerJourneyState } from "#graphs/customer-journey/state.ts";
import type { AnalyzeCustomerJourneyOutput } from "./contract.ts";

const day = 86_400_000;
const idsShown = 20;

type Shown = AnalyzeCustomerJourneyOutput["journey_stages"][number];
type Standing = CustomerJourneyState["comparison"]["standings"][number]["won"];

/** Every stage of the rules in order, with what is known of it. */
export function toStages({ request, found, comparison }: CustomerJourneyState): Shown[] {
  const { stages, journey } = found;
  const reached = new Map(journey.stages.map((stage) => [stage.place, stage]));
  const standings = new Map(comparison.standings.map((standing) => [standing.name, standing]));
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return stages.map(({ name }, place): Shown => {
    const stage = reached.get(place);
    if (!stage)
      return { ...nothing, stage: name, status: journey.skipped.includes(name) ? "skipped" : "ahead" };
    const held = standings.get(name);
    return {
      stage: name,
      status: stage === journey.current ? "current" : "reached",
      entered_at: iso(stage.enteredAt),
      entered_on: stage.enteredAt === null ? null : localDay(stage.enteredAt, request.timeZone),
      left_at: iso(stage.leftAt),
      dwell_days: stage.dwell === null ? null : stage.dwell / day,
      is_open: stage.isOpen,
      is_late: stage.isLate,
      reached_by: stage.reachedBy,
      interaction_ids: stage.interactionIds.slice(0, idsShown),
      re_entries: stage.reEntries.length,
      won_peers: toPeers(held?.won ?? null),
      lost_peers: toPeers(held?.lost ?? null),
    };
  });
}

const nothing = {
  entered_at: null,
  entered_on: null,
  left_at: null,
  dwell_days: null,
  is_open: false,
  is_late: false,
  reached_by: null,
  interaction_ids: [],
  re_entries: 0,
  won_peers: null,
  lost_peers: null,
};

function toPeers(standing: Standing): Shown["won_peers"] {
  if (standing === null) return null;
  const { n, median, low, high, percentile } = standing;
  return { n, median_days: median / day, low_days: low / day, high_days: high / day, percentile };
}
