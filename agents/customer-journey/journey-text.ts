import { spanText } from "#core/span-text.ts";
import { boundaryRule, bounded, withoutMarks } from "#tools/data-boundaries.ts";
import { shorten } from "#tools/shorten.ts";
import type { AnalyzeCustomerJourneyOutput } from "./contract.ts";

type Stage = AnalyzeCustomerJourneyOutput["journey_stages"][number];

const day = 86_400_000;
const idsShown = 3;

/** The journey for reading; what stands between marks was written by customers or colleagues. */
export function journeyText(output: AnalyzeCustomerJourneyOutput): string {
  const { contact, journey_stages: stages, pain_point_details: pains, next_best_action: next } = output;
  const who = [contact.name, contact.company].filter((one) => one !== null).join(", ");
  const quoted = pains.some(({ quote }) => quote !== null);
  return [
    `${withoutMarks(shorten(who, 250))} (${withoutMarks(contact.external_id ?? contact.contact_id)})`,
    withoutMarks(output.summary),
    `Stages (days in ${output.time_zone}):`,
    ...stages.map(stageLine),
    ...(pains.length > 0
      ? [`Pain points.${quoted ? ` ${boundaryRule}` : ""}`]
      : ["Pain points: none found."]),
    ...pains.map(painText),
    ...(output.optimization_opportunities.length > 0 ? ["What won peers had:"] : []),
    ...output.optimization_opportunities.map((text) => `  ${text}`),
    `Next: ${next.action}. ${next.reason}${idsText(next.message_ids)}`,
    ...output.notes.map((note) => `Note: ${note}`),
    `Engine: ${output.engine}; as of ${output.as_of}; compared with ${output.peers.won} won and ${output.peers.lost} lost contacts`,
  ].join("\n");
}

function stageLine(stage: Stage): string {
  if (stage.status === "skipped") return `  ${stage.stage}: passed over`;
  if (stage.status === "ahead") return `  ${stage.stage}: not reached`;
  const stay =
    stage.dwell_days === null
      ? stage.is_late
        ? "after a later stage"
        : ""
      : `${spanText(stage.dwell_days * day)}${stage.is_open ? " so far" : ""}`;
  const back =
    stage.re_entries > 0
      ? `came back to ${stage.re_entries === 1 ? "once" : `${stage.re_entries} times`}`
      : "";
  const held = [peersText("won", stage.won_peers), peersText("lost", stage.lost_peers)];
  const told = [stage.entered_on ?? "nobody knows when", stay, back, ...held].filter(Boolean).join("; ");
  return `  ${stage.stage}: ${told}${idsText(stage.interaction_ids)}`;
}

function peersText(end: "won" | "lost", peers: Stage["won_peers"]): string {
  if (peers === null) return "";
  const place = peers.percentile === null ? "" : `, longer than ${peers.percentile.toFixed(0)} % of them`;
  return `${peers.n} ${end} peers ${spanText(peers.median_days * day)} (median)${place}`;
}

function painText({
  text,
  message_ids,
  quote,
  speaker,
}: AnalyzeCustomerJourneyOutput["pain_point_details"][number]) {
  const line = `  ${text}${idsText(message_ids)}`;
  return quote === null ? line : `${line}\n${bounded(speaker ? `${speaker}: ${quote}` : quote)}`;
}

function idsText(ids: readonly string[]): string {
  if (ids.length === 0) return "";
  const more = ids.length > idsShown ? ` and ${ids.length - idsShown} more` : "";
  return ` [${ids.slice(0, idsShown).join(", ")}${more}]`;
}
