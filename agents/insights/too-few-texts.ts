import type { InsightsState } from "#graphs/insights/state.ts";
import type { TooFew } from "#tools/analyse-data.ts";

const most = 20;

/** What could not be told and why: what has one reason is said once. */
export function tooFewTexts({ tested, data }: InsightsState): string[] {
  if (data.contacts === 0) return [];
  const all = tested.flatMap((one) => one.tested.flatMap(({ tooFew }) => tooFew));
  const titleOf = ({ metric }: TooFew) => data.metrics.find(({ id }) => id === metric)?.title ?? metric;
  const byReason = Map.groupBy(all, ({ reason, dimension }) => `${dimension ?? ""}\n${reason}`);
  const texts = [...byReason.values()].map((of) => {
    const [first] = of;
    const by = first?.dimension === undefined ? "" : ` by ${first.dimension.replaceAll("_", " ")}`;
    return `${distinct(of.map(titleOf))}${by}: ${first?.reason} (${distinct(of.map(({ analysis }) => analysis))})`;
  });
  return texts.length <= most
    ? texts
    : [...texts.slice(0, most), `and ${texts.length - most} more of the kind`];
}

function distinct(texts: readonly string[]): string {
  return [...new Set(texts)].join(", ");
}
