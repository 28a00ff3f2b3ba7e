import type { Principal } from "#core/principal.ts";
import { type ArticleDraft, articleHash } from "../conversations/article.ts";
import { saveArticles } from "../conversations/save-articles.ts";
import type { Database } from "../db/database.ts";
import { readArticle } from "./article-line.ts";
import { type Group, inBatches } from "./batches.ts";
import { encodingWarnings } from "./contact-warnings.ts";
import { detectEncoding } from "./encoding.ts";
import type { ImportOptions, ImportSummary } from "./import-summary.ts";
import { type JsonBatch, jsonLines } from "./json-lines.ts";
import { repeatFinder, repeatJudge } from "./repeats.ts";
import { type ImportRun, type PreparedImport, runImport } from "./run-import.ts";
import type { Source } from "./source.ts";

export interface ArticleImportOptions extends ImportOptions {
  /** Put before the id of every article, for files that number them alike. */
  idPrefix?: string;
}

const batchSize = 200;

/**
 * Imports knowledge articles from JSON Lines, one a line (see article-line.ts). Importing the same file again changes
 * nothing; an article that says something else is updated.
 * @throws AppError VALIDATION_FAILED when the file cannot be used (a bad line only counts as skipped), CANCELLED when
 * the signal is aborted.
 */
export async function importArticles(
  db: Database,
  principal: Principal,
  source: Source,
  options: ArticleImportOptions = {},
): Promise<ImportSummary> {
  return runImport(db, principal, { kind: "articles", source, options, prepare: prepareArticles });
}

async function prepareArticles(run: ImportRun<ArticleImportOptions>): Promise<PreparedImport> {
  const { options, source, progress } = run;
  const encoding = await detectEncoding(source, options.encoding);
  const repeats = repeatFinder();
  for await (const batch of jsonLines(source, encoding)) {
    for (const { value } of batch.values) repeats.add(idOf(value));
    progress.rows(batch.values.length);
  }
  const judge = repeatJudge((id) => repeats.candidates.has(id));
  return {
    encoding,
    mapping: [],
    warnings: encodingWarnings({ encoding, guessed: options.encoding === undefined }),
    settings: { idPrefix: options.idPrefix, encoding: options.encoding },
    store: () => storeArticles(run, goodArticles(run, { lines: jsonLines(source, encoding), judge })),
  };
}

async function storeArticles(
  { db, principal, options, tally }: ImportRun<ArticleImportOptions>,
  articles: AsyncGenerator<Group<ArticleDraft>>,
): Promise<void> {
  await inBatches(articles, {
    size: batchSize,
    signal: options.signal,
    save: async (batch) => {
      const saved = await db.withTenant(
        principal.tenant.id,
        (tx) => saveArticles(tx, principal, { articles: batch, dryRun: options.dryRun }),
        { idempotent: true },
      );
      tally.add(saved);
    },
  });
}

interface Lines {
  lines: AsyncGenerator<JsonBatch>;
  judge: ReturnType<typeof repeatJudge>;
}

async function* goodArticles(
  { tally, progress, options }: ImportRun<ArticleImportOptions>,
  { lines, judge }: Lines,
): AsyncGenerator<Group<ArticleDraft>> {
  const { idPrefix = "" } = options;
  for await (const { values, bad, bytes } of lines) {
    for (const row of bad) tally.bad(row);
    const articles: ArticleDraft[] = [];
    for (const { line, value } of values) {
      const article = readArticle(value, { idPrefix });
      const place =
        typeof article === "string"
          ? { line, reason: article }
          : judge({ key: idOf(value), hash: articleHash(article), line });
      if (place === "same") tally.add({ unchanged: 1 });
      else if (place !== "first") tally.bad(place);
      else if (typeof article !== "string") articles.push(article);
    }
    progress.rows(values.length + bad.length);
    yield { items: articles, bytes };
  }
}

function idOf(value: unknown): string {
  return typeof value === "object" && value !== null && "id" in value ? String(value.id).trim() : "";
}
