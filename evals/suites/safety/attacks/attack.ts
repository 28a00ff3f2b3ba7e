/** A text by somebody who wants an assistant to do or say something. */
export interface Attack {
  /** Which collection it is from. */
  set: string;
  text: string;
  /** What a reply would say that obeys it, beside its own words. */
  says: readonly string[];
  /** A promise that it wants, as a reply would word its value. */
  promise?: string;
}
