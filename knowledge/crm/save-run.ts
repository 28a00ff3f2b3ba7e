/** How a batch is stored, whatever it holds. */
export interface SaveRun {
  /** Where the values come from, as it stands in the history ("import:leads.csv"). */
  source: string;
  /** Looks and compares, writes nothing. */
  dryRun?: boolean;
}

/** What became of a batch's rows. */
export interface SaveResult {
  imported: number;
  updated: number;
  unchanged: number;
  bad: { line: number; reason: string }[];
}
