import { createHash } from "node:crypto";
import { type LeadRecord, snapshotAt } from "../snapshots/load-snapshots.ts";
import type { LabelledLead } from "../snapshots/snapshot.ts";

/** Below this share of either outcome's leads a kind of date is not used: which leads lack it may tell how they ended. */
const nearlyAll = 0.95;

/**
 * Ended leads as training sees them: each at one moment of its course. A lead's last days give its end away (the contract
 * attached, the goodbye), and live leads are met in mid-course, so the moment is drawn uniformly between the lead's
 * beginning and its end, fixed by its id. (Landmarking: van Houwelingen, Scandinavian Journal of Statistics 34, 2007.)
 *
 * All leads follow one rule, because a date that mostly one outcome has would tell the outcome: where nearly all won and
 * nearly all lost leads say when they ended, that is the end and the few others are left out; else the last touch is; and
 * where not even touches are common to both, leads are seen between their touches or as they stand, and their age,
 * which would only tell which of the two, is forgotten.
 */
export function trainingLeads(records: readonly LeadRecord[], now: Date): LabelledLead[] {
  const ended = records.filter((record) => record.outcome !== null);
  const rule = chooseRule(ended);
  return ended.flatMap((record) => {
    const end = rule === "outcome" ? record.outcome?.at : lastTouch(record);
    if (rule === "outcome" && !end) return [];
    const snapshot = snapshotAt(record, momentOf(record, end ?? null, now));
    return [
      {
        key: keyOf(record),
        // A moment drawn as a share of the lead's course would tell how long the course was, and so how it ended.
        snapshot: { ...snapshot, createdAt: null },
        result: record.outcome?.result ?? "lost",
        endedAt: record.outcome?.at ?? null,
      },
    ];
  });
}

type Rule = "outcome" | "touches" | "none";

function chooseRule(ended: readonly LeadRecord[]): Rule {
  if (commonToBoth(ended, (record) => record.outcome?.at !== null)) return "outcome";
  return commonToBoth(ended, (record) => record.interactions.length > 0) ? "touches" : "none";
}

function commonToBoth(ended: readonly LeadRecord[], has: (record: LeadRecord) => boolean): boolean {
  return (["won", "lost"] as const).every((result) => {
    const leads = ended.filter((record) => record.outcome?.result === result);
    return leads.filter(has).length >= nearlyAll * leads.length;
  });
}

function momentOf(record: LeadRecord, end: Date | null, now: Date): Date {
  if (!end) return now;
  const start = earliest(record.createdAt, record.interactions[0]?.at);
  if (!start) return end;
  // A lead that ended the day it came is seen just after it came: whatever it came with was known then.
  if (start >= end) return new Date(start.getTime() + 1);
  const share = 0.05 + 0.9 * uniform(keyOf(record));
  return new Date(start.getTime() + share * (end.getTime() - start.getTime()));
}

function lastTouch({ interactions }: LeadRecord): Date | undefined {
  return interactions[interactions.length - 1]?.at;
}

/** What stays the same when the same file is imported into another workspace. */
function keyOf({ externalId, email, contactId }: LeadRecord): string {
  return externalId ?? email ?? contactId;
}

function earliest(...dates: (Date | null | undefined)[]): Date | undefined {
  const known = dates.filter((date): date is Date => date instanceof Date);
  return known.sort((a, b) => a.getTime() - b.getTime())[0];
}

/** A number in [0, 1) that depends on nothing but the text. */
function uniform(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE(0) / 2 ** 32;
}
