import type { Interaction } from "#core/domain/interaction.ts";
import type { ContactView } from "../crm/contact-view.ts";

/** What can be exported, in the order of a full pass: what others refer to comes first. */
export const exportKinds = ["contact", "interaction", "outcome", "score"] as const;
export type ExportKind = (typeof exportKinds)[number];

/** How a contact's lead ended, as far as is recorded; `result` null: it was withdrawn. */
export interface ExportedOutcome {
  contactId: string;
  result: "won" | "lost" | null;
  at: Date | null;
  recordedAt: Date;
  source: string;
  note: string | null;
}

/** A contact's stored score. */
export interface ExportedScore {
  contactId: string;
  /** Chance that the lead is won, 0–1, with its interval. */
  probability: number;
  low: number;
  high: number;
  band: string;
  /** 0–1. */
  confidence: number;
  modelId: string | null;
  scoredAt: Date;
}

/** A record as it stands when it is read, or the news that it is no more. Outcomes and scores have their contact's id. */
export type ExportRecord =
  | { type: "contact"; id: string; contact: ContactView }
  | { type: "interaction"; id: string; interaction: Interaction }
  | { type: "outcome"; id: string; outcome: ExportedOutcome }
  | { type: "score"; id: string; score: ExportedScore }
  | { type: "contact_deleted" | "interaction_deleted"; id: string };
