import { createHash } from "node:crypto";
import type { LeadRecord } from "./load-snapshots.ts";

/**
 * The moment at which an ended lead is looked at for training. A lead's last days give its end away (the contract
 * attached, the goodbye), and live leads are met in mid-course, so each ended lead is seen at one moment drawn
 * uniformly between its beginning and its end; the draw is fixed by its id. Leads without any dates are
 * seen as they stand. (Landmarking: van Houwelingen, Scandinavian Journal of Statistics 34, 2007.)
 */
export function trainingMoment(record: LeadRecord, now: Date): Date {
  const firstTouch = record.interactions[0]?.at;
  const lastTouch = record.interactions[record.interactions.length - 1]?.at;
  const start = earliest(record.createdAt, firstTouch);
  const end = record.outcome?.at ?? lastTouch;
  if (!end) return now;
  if (!start || start >= end) return end;
  const share = 0.05 + 0.9 * uniform(record.externalId ?? record.contactId);
  return new Date(start.getTime() + share * (end.getTime() - start.getTime()));
}

function earliest(...dates: (Date | null | undefined)[]): Date | undefined {
  const known = dates.filter((date): date is Date => date instanceof Date);
  return known.sort((a, b) => a.getTime() - b.getTime())[0];
}

/** A number in [0, 1) that depends on nothing but the text. */
function uniform(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE(0) / 2 ** 32;
}
