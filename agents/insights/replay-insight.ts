import { toAppError } from "#core/errors.ts";
import { boundaryRule, bounded } from "#tools/data-boundaries.ts";
import { defineTool } from "#tools/define-tool.ts";
import { type ReplayInsightOutput, replayInsightInput, replayInsightOutput } from "./contract.ts";
import type { RepeatInsightRun } from "./run-insights.ts";

/** Makes the tool that runs an earlier answer's analyses again and says what changed. */
export const replayInsight = (repeatRun: RepeatInsightRun) =>
  defineTool({
    name: "replay_insight",
    title: "Replay insights",
    description:
      "Runs the analyses of an earlier generate_insights again, with its parameters, on the records as they are now: says that data and findings are the same, or which buckets, groups and findings changed and how.",
    input: replayInsightInput,
    output: replayInsightOutput,
    effect: "compute",
    permission: "reports:read",
    run: async (context, { handle }) => {
      try {
        return toOutput(handle, await repeatRun.run(context, { handle }));
      } catch (error) {
        throw toAppError(error);
      }
    },
    toText: replayText,
  });

/** Hosts pay for every word. */
const most = 50;

function toOutput(
  handle: string,
  { parameters, createdAt, dataHash, same, changes, notes }: Awaited<ReturnType<RepeatInsightRun["run"]>>,
): ReplayInsightOutput {
  const { buckets, groups, findings, opportunities } = changes;
  const lists = [buckets, groups, ...Object.values(findings), ...Object.values(opportunities)];
  return {
    same,
    handle,
    first_run: createdAt.toISOString(),
    data_hash: dataHash,
    parameters: { ...parameters },
    changes: {
      buckets: buckets.slice(0, most),
      groups: groups.slice(0, most),
      findings: {
        appeared: findings.appeared.slice(0, most),
        vanished: findings.vanished.slice(0, most),
        moved: findings.moved.slice(0, most),
      },
      opportunities: {
        appeared: opportunities.appeared.slice(0, most),
        vanished: opportunities.vanished.slice(0, most),
      },
      not_shown: lists.reduce((total, list) => total + Math.max(0, list.length - most), 0),
    },
    notes,
  };
}

function replayText(output: ReplayInsightOutput): string {
  return [comparison(output), ...output.notes.map((note) => `Note: ${note}`)].join("\n");
}

function comparison({ same, first_run, changes, data_hash }: ReplayInsightOutput): string {
  if (same)
    return `Same: the run of ${first_run} gives the same data (${data_hash.after.slice(0, 12)}) and the same findings again.`;
  const { buckets, groups, findings, opportunities, not_shown } = changes;
  const number = (value: number | null) => (value === null ? "none" : String(Number(value.toPrecision(4))));
  const moved = (one: { before: number | null; after: number | null; n_before: number; n_after: number }) =>
    `${number(one.before)} (n ${one.n_before}) → ${number(one.after)} (n ${one.n_after})`;
  const lines = [
    ...findings.appeared.map((id) => `New finding: ${id}`),
    ...findings.vanished.map((id) => `No longer found: ${id}`),
    ...findings.moved.map(
      (one) =>
        `Moved: ${one.id}, effect ${number(one.effect_before)} → ${number(one.effect_after)}, q ${number(one.q_before)} → ${number(one.q_after)}`,
    ),
    ...buckets.map((one) => `${one.metric} at ${one.at}: ${moved(one)}`),
    ...groups.map((one) => `${one.metric} by ${one.dimension}, ${one.group ?? "(none)"}: ${moved(one)}`),
    ...opportunities.appeared.map((id) => `New opportunity: ${id}`),
    ...opportunities.vanished.map((id) => `No longer an opportunity: ${id}`),
    ...(not_shown > 0 ? [`and ${not_shown} more changes`] : []),
  ];
  // Groups have the names that records give them.
  return `Changed since the run of ${first_run}. ${boundaryRule}\n${bounded(lines.join("\n"))}`;
}
