import type { Finding } from "./field-check.ts";
import type { FieldCourse, FieldHistory } from "./field-history.ts";
import { oneSideFinding } from "./one-side.ts";
import { type Count, percent, shareOf, wilson } from "./proportion.ts";

/** Standard errors of an 80 % interval. */
const cautious = 1.2816;
/** Fewer leads than this tell no habit. */
const fewest = 10;

/** Shares of one side's leads in which a field came or changed late, beyond what most fields do. */
const lateSuspect = 0.25;
const lateLeak = 0.4;

/** What most fields of the workspace do, to tell a field's own habit from that of the whole source. */
export interface Habits {
  /** Share of late values of the field in the middle, by outcome. */
  won: number;
  lost: number;
  /** Share of open leads that have the field in the middle, over the share of ended ones. */
  openOverEnded: number;
}

/** The habits to compare each field with. */
export function habitsOf({ won, lost, open, fields }: FieldHistory): Habits {
  const middleOf = (shares: number[]) => shares.sort((a, b) => a - b)[shares.length >> 1] ?? 0;
  const late = (side: "won" | "lost") =>
    middleOf(fields.map((f) => f[side]).flatMap((c) => (c.timed < fewest ? [] : [c.late / c.timed])));
  const ratios = fields.flatMap((f) => {
    const ended = shareOf({ hits: f.won.filled + f.lost.filled, of: won + lost });
    return ended < 0.2 ? [] : [shareOf({ hits: f.open, of: open }) / ended];
  });
  return { won: late("won"), lost: late("lost"), openOverEnded: middleOf(ratios) };
}

/** What the field's course over the leads' lives says against it. */
export function historyFindings(field: FieldCourse, history: FieldHistory, habits: Habits): Finding[] {
  return [
    changeFinding(field, habits),
    onlyEndedFinding(field, history, habits),
    outcomeDateFinding(field),
    contactDateFinding(field),
    filledFinding(field, history),
  ].filter((finding) => finding !== null);
}

function changeFinding(field: FieldCourse, habits: Habits): Finding | null {
  const sides = (["won", "lost"] as const).map((side) => {
    const { late: hits, timed: of } = field[side];
    // Where most fields change late, the source stamps values when it reads them: no field's own doing.
    return { side, hits, of, sure: of < fewest ? 0 : wilson({ hits, of }, cautious).low - habits[side] };
  });
  const worst = sides.sort((a, b) => b.sure - a.sure)[0];
  if (worst === undefined || worst.sure < lateSuspect) return null;
  return {
    verdict: worst.sure >= lateLeak ? "leak" : "suspect",
    kind: "changes-at-outcome",
    sentence: `In ${percent(shareOf(worst))} of ${worst.of} ${worst.side} leads its value came or changed on the day of the outcome or later.`,
  };
}

function onlyEndedFinding(field: FieldCourse, history: FieldHistory, habits: Habits): Finding | null {
  const ended = { hits: field.won.filled + field.lost.filled, of: history.won + history.lost };
  const open = { hits: field.open, of: history.open };
  // Where most fields are empty in open leads, those come from a poorer source.
  if (open.of < fewest || ended.of < fewest || habits.openOverEnded < 0.3) return null;
  const filled = wilson(ended, cautious).low;
  const openAtMost = wilson(open, cautious).high;
  const nearlyAll = filled >= 0.8 && openAtMost <= 0.1;
  if (!nearlyAll && !(filled >= 0.25 && openAtMost <= filled / 8)) return null;
  return {
    verdict: nearlyAll ? "leak" : "suspect",
    kind: "only-ended",
    sentence: `${percent(shareOf(ended))} of ${ended.of} ended leads have it, and ${percent(shareOf(open))} of ${open.of} open ones.`,
  };
}

function outcomeDateFinding({ dates }: FieldCourse): Finding | null {
  const on: Count = { hits: dates.onOutcome, of: dates.withOutcome };
  const late: Count = { hits: dates.onOutcome + dates.afterOutcome, of: dates.withOutcome };
  if (late.of < fewest || wilson(late, cautious).low < 0.3) return null;
  return {
    verdict: wilson(on, cautious).low >= 0.3 ? "leak" : "suspect",
    kind: "date-at-outcome",
    sentence: `In ${percent(shareOf(late))} of ${late.of} ended leads its date is the day of the outcome or later, in ${percent(shareOf(on))} that very day.`,
  };
}

function contactDateFinding({ dates }: FieldCourse): Finding | null {
  const contact: Count = { hits: dates.afterContact, of: dates.withContact };
  const other: Count = { hits: dates.afterOther, of: dates.withOther };
  const finding = (sentence: string): Finding => ({
    verdict: "suspect",
    kind: "date-after-contact",
    sentence,
  });
  if (contact.of >= fewest && wilson(contact, cautious).low >= 0.3) {
    return finding(
      `In ${percent(shareOf(contact))} of ${contact.of} leads its date lies after the first contact: a new lead cannot have it yet.`,
    );
  }
  // Dates that have nothing to do with each other are often in some order, but hardly ever always in one.
  if (other.of < fewest || wilson(other, cautious).low < 0.8) return null;
  return finding(
    `In ${percent(shareOf(other))} of ${other.of} leads its date lies after another date of the lead: a new lead may not have it yet.`,
  );
}

/** Values that came with the outcome are in no snapshot before it, but they are in the records. */
function filledFinding(field: FieldCourse, { won, lost, fields }: FieldHistory): Finding | null {
  const split = { won: { hits: field.won.filled, of: won }, lost: { hits: field.lost.filled, of: lost } };
  if (split.won.of < fewest || split.lost.of < fewest) return null;
  return oneSideFinding(split, { tests: 2 * fields.length, set: "have a value in the end" });
}
