import { fieldOfFeature } from "../features/feature.ts";
import type { Alone } from "./alone.ts";
import type { Finding } from "./field-check.ts";
import { normalQuantile } from "./normal.ts";
import { isBeyondChance, oneSideFinding, shareOfSide } from "./one-side.ts";
import { percent, shareOf } from "./proportion.ts";
import { type Split, separationOf } from "./separation.ts";

/** An AUC that nothing known beforehand reaches alone, if the data are sure of it. */
const decidingAuc = 0.93;

export interface FieldAlone {
  source: string;
  alone: Alone;
  /** Among the leads that have it; null where nearly all or hardly any do. */
  amongFilled: Alone | null;
  /** Features in the table: as many looks, as many chances of a false alarm. */
  columns: number;
}

/** What a field's own power over the outcome says against it. */
export function aloneFindings({ source, alone, amongFilled, columns }: FieldAlone): Finding[] {
  const deciding = decidingFinding(alone, "Alone it");
  // Engagement measures are counted from what happened before the moment: zero replies do not know the outcome.
  if (fieldOfFeature(source) === undefined) return deciding ? [deciding] : [];
  const findings = [deciding, oneSide(alone, columns), endFinding(alone, columns)].filter((f) => f !== null);
  if (amongFilled === null || findings.some(({ verdict }) => verdict === "leak")) return findings;
  const { won, lost } = amongFilled.split;
  const among = decidingFinding(amongFilled, `Among the ${won.of + lost.of} leads that have it, it alone`);
  const side = telling(amongFilled, columns, "that have it have one of its telling values");
  return [among, side].filter((f) => f !== null).concat(findings);
}

function decidingFinding({ auc, aucLow, explained }: Alone, subject: string): Finding | null {
  if (aucLow < decidingAuc) return null;
  return {
    verdict: "leak",
    kind: "decides",
    sentence: `${subject} almost decides the outcome: AUC ${auc.toFixed(3)}, ${percent(Math.max(0, explained))} of the uncertainty explained.`,
  };
}

function oneSide(alone: Alone, columns: number): Finding | null {
  const tests = setsPerColumn * columns;
  return (
    oneSideFinding(filledSplit(alone.totals), { tests, set: "have a value" }) ??
    telling(alone, columns, "have one of its telling values")
  );
}

function telling({ split }: Alone, columns: number, set: string): Finding | null {
  return oneSideFinding(split, { tests: setsPerColumn * columns, set });
}

/** The three of the cross-validation, and having a value at all. */
const setsPerColumn = 4;

/** Leads in any cell but that of the missing. */
function filledSplit(totals: Int32Array): Split {
  const split = { won: { hits: 0, of: 0 }, lost: { hits: 0, of: 0 } };
  for (let place = 0; place < totals.length; place++) {
    const side = place % 2 === 1 ? split.won : split.lost;
    side.of += totals[place] as number;
    if (place >= 2) side.hits += totals[place] as number;
  }
  return split;
}

/** Standard errors, share of the side, and distances beyond which an end of a scale is too telling; see `endFinding`. */
const endShare = 0.15;
const endSurely = 1.5;
const endBeyondWhole = 0.25;

/**
 * A number of which one end practically never wins, or never loses, though the rest of its scale is no such judge: what
 * stays at its least unless somebody was reached (the length of a call) was counted after the contact.
 */
function endFinding({ totals, firstRange, auc }: Alone, columns: number): Finding | null {
  if (firstRange === null) return null;
  const whole = Math.SQRT2 * normalQuantile(Math.min(1 - 1e-9, Math.max(0.5, auc)));
  let best: { split: Split; surely: number; end: string } | null = null;
  for (const [end, split] of endsOf(totals, firstRange)) {
    const more = Math.max(shareOf(split.won), shareOf(split.lost));
    if (more < endShare || more > 0.6) continue;
    const separation = separationOf(split);
    if (separation.surely < Math.max(endSurely, whole + endBeyondWhole)) continue;
    if (!isBeyondChance(separation, columns * (totals.length / 2))) continue;
    if (best === null || separation.surely > best.surely) best = { split, surely: separation.surely, end };
  }
  return (
    best && {
      verdict: "suspect",
      kind: "one-sided-end",
      sentence: `The ${best.end} part of its values holds ${shareOfSide(best.split.lost, "lost")}, and ${shareOfSide(best.split.won, "won")}.`,
    }
  );
}

/** What lies at or under, and what lies above, each range's upper end. */
function* endsOf(totals: Int32Array, firstRange: number): Generator<[string, Split]> {
  const all = filledSplit(totals);
  const below = { won: 0, lost: 0 };
  for (let c = firstRange; c < totals.length / 2; c++) {
    below.lost += totals[2 * c] as number;
    below.won += totals[2 * c + 1] as number;
    const { won, lost } = all;
    yield ["lowest", { won: { hits: below.won, of: won.of }, lost: { hits: below.lost, of: lost.of } }];
    yield [
      "highest",
      {
        won: { hits: won.hits - below.won, of: won.of },
        lost: { hits: lost.hits - below.lost, of: lost.of },
      },
    ];
  }
}
