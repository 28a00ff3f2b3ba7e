import { compareRates } from "#knowledge/statistics/compare-rates.ts";
import { bpiRows } from "./bpi2012.ts";

const day = 86_400_000;
const week = 7 * day;

/** How a feature of a case's first week goes with being approved. Shares 0–1; of cases that were still undecided after the week. */
export interface Association {
  feature: string;
  withIt: { n: number; approved: number };
  without: { n: number; approved: number };
  difference: number;
  /** 90 % interval of the difference. */
  low: number;
  high: number;
  p: number;
}

interface Case {
  approved: boolean;
  /** Events of the first week as "activity lifecycle". */
  early: string[];
}

const features: Record<string, (early: readonly string[]) => boolean> = {
  "accepted within the week": (early) => early.includes("A_ACCEPTED COMPLETE"),
  "an offer sent within the week": (early) => early.includes("O_SENT COMPLETE"),
  "two offers or more sent within the week": (early) => count(early, "O_SENT COMPLETE") >= 2,
  "an offer sent back within the week": (early) => early.includes("O_SENT_BACK COMPLETE"),
  "a call about the offer within the week": (early) => early.includes("W_Nabellen offertes START"),
  "two calls or more about the offer within the week": (early) =>
    count(early, "W_Nabellen offertes START") >= 2,
  "an incomplete file called about within the week": (early) =>
    early.includes("W_Nabellen incomplete dossiers START"),
};

const decisions = new Set(["A_APPROVED", "A_DECLINED", "A_CANCELLED"]);

/** What early features have to do with the outcome: read off the file, so that what the product says can be held against it. */
export function associations(): Association[] {
  const cases = undecidedAfterAWeek();
  return Object.entries(features).flatMap(([feature, has]) => {
    const rate = (some: readonly Case[]) => ({
      hits: some.filter(({ approved }) => approved).length,
      n: some.length,
    });
    const withIt = rate(cases.filter(({ early }) => has(early)));
    const without = rate(cases.filter(({ early }) => !has(early)));
    const compared = compareRates(withIt, without);
    if (!compared) return [];
    const { difference, low, high, p } = compared;
    const share = ({ hits, n }: { hits: number; n: number }) => ({ n, approved: hits / n });
    return [{ feature, withIt: share(withIt), without: share(without), difference, low, high, p }];
  });
}

function undecidedAfterAWeek(): Case[] {
  const events = Map.groupBy(bpiRows("events.csv"), ([caseId]) => caseId ?? "");
  return bpiRows("cases.csv").flatMap(([caseId = "", registered = "", , , outcome]): Case[] => {
    const until = Date.parse(registered) + week;
    const rows = events.get(caseId) ?? [];
    const early = rows.filter(([, , , , at = ""]) => Date.parse(at) < until);
    const isOpen = !early.some(([, activity = ""]) => decisions.has(activity));
    if (!isOpen || outcome === "open") return [];
    return [
      {
        approved: outcome === "approved",
        early: early.map(([, activity, lifecycle]) => `${activity} ${lifecycle}`),
      },
    ];
  });
}

function count(early: readonly string[], what: string): number {
  return early.filter((one) => one === what).length;
}
