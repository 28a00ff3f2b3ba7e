import { stopwords as danish } from "@orama/stopwords/danish";
import { stopwords as dutch } from "@orama/stopwords/dutch";
import { stopwords as english } from "@orama/stopwords/english";
import { stopwords as finnish } from "@orama/stopwords/finnish";
import { stopwords as french } from "@orama/stopwords/french";
import { stopwords as german } from "@orama/stopwords/german";
import { stopwords as italian } from "@orama/stopwords/italian";
import { stopwords as norwegian } from "@orama/stopwords/norwegian";
import { stopwords as portuguese } from "@orama/stopwords/portuguese";
import { stopwords as spanish } from "@orama/stopwords/spanish";
import { stopwords as swedish } from "@orama/stopwords/swedish";
import { foldMarks } from "./fold-marks.ts";
import type { Language } from "./language.ts";

/** Words that say nothing by themselves, by language, lower case, with and without their accents. */
export const stopWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  english: both(["a", ...english]),
  german: both(german),
  french: both(french),
  spanish: both(spanish),
  italian: both(italian),
  portuguese: both(portuguese),
  dutch: both(dutch),
  swedish: both(swedish),
  danish: both(danish),
  norwegian: both(norwegian),
  finnish: both(finnish),
  other: new Set(),
};

function both(words: readonly string[]): Set<string> {
  return new Set(words.flatMap((word) => [word, foldMarks(word)]));
}
