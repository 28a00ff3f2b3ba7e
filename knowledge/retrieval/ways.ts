/** Ways of searching, to measure what each is worth; all by default. */
export interface Ways {
  lexical?: boolean;
  vector?: boolean;
  name?: boolean;
  /** Misspelled words are looked for too. */
  fuzzy?: boolean;
}
