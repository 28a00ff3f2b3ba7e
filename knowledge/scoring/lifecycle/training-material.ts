import type { Principal } from "#core/principal.ts";
import type { Database } from "../../db/database.ts";
import { type ChangeableField, changeableFields } from "../explain/changeable-fields.ts";
import { phrasesIn } from "../features/text/said.ts";
import { countFieldHistory, type FieldHistory } from "../honesty/field-history.ts";
import { commonPhrases } from "../snapshots/common-phrases.ts";
import { leadPages } from "../snapshots/lead-pages.ts";
import type { LeadRecord } from "../snapshots/load-snapshots.ts";
import type { LabelledLead } from "../snapshots/snapshot.ts";
import { trainingLeads } from "../training/training-leads.ts";
import { servingModel } from "./serving-model.ts";

/** What a workspace gives to learn from. */
export interface TrainingMaterial {
  /** Ended leads, with every field. */
  leads: LabelledLead[];
  history: FieldHistory;
  changeable: ChangeableField[];
}

/** Reads all leads of a workspace, of which only those that have ended are held in memory. */
export async function trainingMaterial(
  db: Database,
  principal: Principal,
  { now, signal }: { now: Date; signal?: AbortSignal },
): Promise<TrainingMaterial> {
  const ended: LeadRecord[] = [];
  const counter = countFieldHistory();
  const phrases = await commonPhrases(db, principal, { keep: await servedPhrases(db, principal), signal });
  for await (const page of leadPages(db, principal, { phrases, signal })) {
    for (const record of page) {
      counter.add(record);
      if (record.outcome) ended.push(record);
    }
  }
  return {
    leads: trainingLeads(ended, now),
    history: counter.history(),
    changeable: changeableFields(ended),
  };
}

/** What the serving model listens for, so that it can be compared with the new one; nothing if it cannot be read any more. */
function servedPhrases(db: Database, principal: Principal): Promise<Set<string>> {
  return db
    .readTenant(principal.tenant.id, (tx) => servingModel(tx, principal))
    .then(
      ({ model }) => phrasesIn(model.scorer.sources),
      () => new Set(),
    );
}

/** The material as if some fields had never been imported. */
export function withoutFields(material: TrainingMaterial, fields: readonly string[]): TrainingMaterial {
  if (fields.length === 0) return material;
  const kept = (field: string) => !fields.includes(field);
  return {
    leads: material.leads.map((lead) => {
      const known = Object.entries(lead.snapshot.fields).filter(([name]) => kept(name));
      return { ...lead, snapshot: { ...lead.snapshot, fields: Object.fromEntries(known) } };
    }),
    history: { ...material.history, fields: material.history.fields.filter(({ field }) => kept(field)) },
    changeable: material.changeable.filter(({ field }) => kept(field)),
  };
}
