import type { SampleArticle } from "./article.ts";
import { englishProductArticles } from "./products.en.ts";
import { germanServices } from "./services.de.ts";
import { englishServices } from "./services.en.ts";
import { frenchServices } from "./services.fr.ts";

/** What the made-up studio has written down for its customers: the same on every day and with every seed. */
export function sampleArticles(): SampleArticle[] {
  return [...englishProductArticles(), ...englishServices, ...germanServices, ...frenchServices];
}
