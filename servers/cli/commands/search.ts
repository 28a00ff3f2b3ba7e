import type { PassageHit } from "#core/domain/passage.ts";
import { AppError } from "#core/errors.ts";
import { parseInput } from "#tools/parse-input.ts";
import { type BatchOptions, batchOver } from "../batch-over.ts";
import { firstFound } from "../one-contact.ts";
import { print } from "../output.ts";
import type { Query } from "../query-lines.ts";
import { searchText } from "../search-text.ts";
import { sourceIds } from "../source-ids.ts";
import { withRapport } from "../with-rapport.ts";

/** What narrows a search or a question on the command line. */
export interface FilterOptions {
  contact?: string;
  company?: string;
  channel?: string[];
  from?: string;
  to?: string;
  outcome?: string;
}

interface SearchOptions extends FilterOptions, BatchOptions {
  json?: boolean;
  k: number;
  rounds: number;
}

/** `rapport search`: one query as the MCP tool answers it, or a file of queries. */
export async function search(text: string | undefined, options: SearchOptions): Promise<void> {
  if (options.queries !== undefined) return searchBatch(text, options);
  if (text === undefined)
    throw new AppError(
      "VALIDATION_FAILED",
      "Say what to search for, or name a file of queries with --queries.",
    );
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(options.workspace)();
    const { searchConversations: tool } = rapport.tools;
    const output = await withContact(options.contact, (contact) => {
      const input = { ...toFilter(options), ...contact, query: text, limit: options.k };
      return tool.run({ principal, signal }, parseInput(tool, input));
    });
    print(output, options, () => searchText(output));
  });
}

/** The filters as the tools take them. */
export function toFilter({ company, channel, from, to, outcome }: FilterOptions) {
  return { company, channels: channel?.map((name) => name.toUpperCase()), from, to, outcome };
}

/** Runs something for everybody, or for the contact that is named by id, email or name. */
export function withContact<T>(
  contact: string | undefined,
  run: (reference: object) => Promise<T>,
): Promise<T> {
  return contact === undefined ? run({}) : firstFound(contact, run);
}

async function searchBatch(text: string | undefined, options: SearchOptions): Promise<void> {
  const { k, rounds } = options;
  if (rounds > 1 && k > mostInRounds) {
    throw new AppError(
      "VALIDATION_FAILED",
      `Several rounds find ${mostInRounds} passages at most: lower --k, or leave --rounds out.`,
    );
  }
  await batchOver({ text, options }, ({ rapport, principal, signal }) => async (query) => {
    const hits =
      rounds > 1
        ? (
            await rapport.retrieve(
              { principal, signal },
              { ...asked(query), limit: Math.min(mostInRounds, partsOf * k), rounds, answer: false },
            )
          ).passages
        : (
            await rapport.search(
              principal,
              { ...asked(query), limit: Math.min(mostInSearch, partsOf * k) },
              signal,
            )
          ).hits;
    return { id: query.id, hits: bySource(hits).slice(0, k) };
  });
}

/** So many passages are asked for each text that is wanted: several may be parts of one, which counts once. */
const partsOf = 3;
const mostInSearch = 200;
const mostInRounds = 50;

function asked({ text, history, filter }: Query) {
  return { text, history, filter };
}

/** Each message or article once, at its best place. */
function bySource(hits: readonly PassageHit[]) {
  const seen = new Set<string>();
  return hits.flatMap((hit) => {
    const key = hit.messageId ?? hit.articleId ?? String(hit.no);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ ...sourceIds(hit), score: Number(hit.score.toFixed(6)) }];
  });
}
