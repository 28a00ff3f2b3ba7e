import { sampleArticles } from "./articles/articles.ts";
import type { Company } from "./companies.ts";
import { companiesCsv, contactsCsv, conversationsJsonl, interactionsCsv } from "./files.ts";
import { createLeads } from "./leads.ts";
import { type Story, writeStory } from "./stories.ts";

/** The sample as texts in the formats that the import reads. */
export interface SampleFiles {
  companiesCsv: string;
  contactsCsv: string;
  interactionsCsv: string;
  /** One conversation a line. */
  conversationsJsonl: string;
  /** One knowledge article a line. */
  articlesJsonl: string;
}

/**
 * Makes up the CRM of a small studio that sells websites: people, companies, what was said, how it ended.
 * @param seed The same seed gives the same people with the same ends.
 * @param now The present: nothing in the files is later. Moving it by whole weeks moves every date by as much.
 */
export function sampleFiles({ seed, now }: { seed: number; now: Date }): SampleFiles {
  const { companies, leads } = createLeads(seed);
  const stories = leads.map((lead) => writeStory(seed, lead, now.getTime()));
  return filesOf({ seed, companies, stories });
}

/** The files of stories as they stand, or of what is left of them. */
export function filesOf({
  seed,
  companies,
  stories,
}: {
  seed: number;
  companies: readonly Company[];
  stories: readonly Story[];
}): SampleFiles {
  return {
    companiesCsv: companiesCsv(companies),
    contactsCsv: contactsCsv(seed, stories),
    interactionsCsv: interactionsCsv(stories),
    conversationsJsonl: conversationsJsonl(stories),
    articlesJsonl: sampleArticles()
      .map((article) => `${JSON.stringify(article)}\n`)
      .join(""),
  };
}
