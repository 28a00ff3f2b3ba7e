import { stemmer as danish } from "@orama/stemmers/danish";
import { stemmer as dutch } from "@orama/stemmers/dutch";
import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as finnish } from "@orama/stemmers/finnish";
import { stemmer as french } from "@orama/stemmers/french";
import { stemmer as german } from "@orama/stemmers/german";
import { stemmer as italian } from "@orama/stemmers/italian";
import { stemmer as norwegian } from "@orama/stemmers/norwegian";
import { stemmer as portuguese } from "@orama/stemmers/portuguese";
import { stemmer as spanish } from "@orama/stemmers/spanish";
import { stemmer as swedish } from "@orama/stemmers/swedish";

/** Snowball's stemmers (Porter, snowballstem.org) of the languages whose words are stemmed. */
export const stemmers = {
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
  swedish,
  danish,
  norwegian,
  finnish,
} as const satisfies Record<string, (word: string) => string>;

/** A language whose words are stemmed and whose stop words are known; "other": words are taken as they stand. */
export type Language = keyof typeof stemmers | "other";

/** The languages that have a stemmer, English first. */
export const languages = Object.keys(stemmers) as (keyof typeof stemmers)[];

/** True for a name of a language as it is stored with a passage. */
export function isLanguage(name: string): name is Language {
  return name === "other" || name in stemmers;
}
