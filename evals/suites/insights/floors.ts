import { atLeast, atMost, type Figure } from "../../report/figure-table.ts";
import type { InsightsPart } from "./parts.ts";
import type { InsightsResults } from "./results.ts";
import { precisionOf, recallOf } from "./shares.ts";

/** Of null workspaces, the share that may report something: 16 of 200. */
const mostFalse = 0.08;

/** What each part that was asked for must reach; a part that could not be measured misses its floors. */
export function insightsFloors(parts: readonly InsightsPart[], results: InsightsResults): Figure[] {
  const own: Partial<Record<InsightsPart, (results: InsightsResults) => Figure[]>> = {
    null: nullFloors,
    planted: plantedFloors,
    models: lieFloors,
  };
  return [
    ...parts.flatMap((part) => own[part]?.(results) ?? []),
    ...results.others.flatMap(({ figures }) => figures.filter(({ target }) => target !== undefined)),
    ...parts.filter((part) => !own[part] && !results.others.some(({ name }) => name === part)).map(missing),
  ];
}

function nullFloors({ nulls }: InsightsResults): Figure[] {
  const of = nulls?.length ?? 200;
  const wrong = nulls?.filter((one) => one.wrong.length > 0).length ?? null;
  return [
    {
      name: `null workspaces of ${of} with a finding of confidence ≥ .8`,
      value: wrong,
      unit: "",
      target: atMost(Math.floor(mostFalse * of)),
    },
  ];
}

function plantedFloors({ planted }: InsightsResults): Figure[] {
  const value = (share: { hits: number; of: number } | null) =>
    share && share.of > 0 ? share.hits / share.of : null;
  return [
    {
      name: "planted effects: recall",
      value: value(planted && recallOf(planted)),
      unit: "",
      target: atLeast(0.9),
    },
    {
      name: "planted effects: precision",
      value: value(planted && precisionOf(planted)),
      unit: "",
      target: atLeast(0.9),
    },
  ];
}

function lieFloors({ lies }: InsightsResults): Figure[] {
  const reached = lies?.filter(({ reached }) => reached.length > 0).length ?? null;
  const told = lies?.filter(({ said }) => said > 0).length ?? null;
  return [
    { name: "model: lies that reached the answer", value: reached, unit: "", target: atMost(0) },
    { name: "model: cases in which it was asked and lied", value: told, unit: "", target: atLeast(100) },
  ];
}

function missing(part: InsightsPart): Figure {
  return { name: part, value: null, unit: "", target: atLeast(1) };
}
