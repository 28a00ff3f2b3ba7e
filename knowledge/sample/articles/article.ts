/** A knowledge article of the made-up studio. */
export interface SampleArticle {
  /** The same id is the same article. */
  id: string;
  title: string;
  text: string;
}
