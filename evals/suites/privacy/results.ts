import type { PersonalDataKind } from "#knowledge/privacy/personal-data.ts";
import type { Figure } from "../../report/figure-table.ts";

/** A stretch that is known to be personal data. */
export interface GoldStretch {
  kind: PersonalDataKind;
  from: number;
  to: number;
}

/** A text and all that is to be found in it. */
export interface GoldText {
  text: string;
  gold: readonly GoldStretch[];
}

/** How well one kind was found. */
export interface KindResult {
  kind: PersonalDataKind;
  gold: number;
  /** Wholly within something found of the same kind. */
  found: number;
  /** Wholly within something found of any kind: what redaction hides. */
  hidden: number;
  predicted: number;
  /** Predictions that overlap a gold stretch of their kind. */
  right: number;
}

/** What was measured on texts of one source. */
export interface TextsResult {
  name: string;
  about: string;
  texts: number;
  kinds: KindResult[];
  /** Some that were missed or wrong, with what stands around them. */
  missed: string[];
  wrong: string[];
}

/** What was found in ordinary messages that hold none of it. */
export interface AlarmsResult {
  messages: number;
  /** Found and really personal data. */
  right: number;
  alarms: string[];
}

/** The whole report, as it is printed and written. */
export interface PrivacyReport {
  title: string;
  sets: TextsResult[];
  alarms: AlarmsResult;
  floors: Figure[];
  /** What is missing, and why. */
  absent: string[];
}
