import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { editDistance } from "./edit-distance.ts";

/** Terms that begin like a word and are compared with it. */
const mostCompared = 2_000;
const mostTaken = 5;
const fewestLetters = 4;
/** From here on two letters may be wrong. */
const longWord = 8;

/** A term of the index that a word is likely to mean. */
export interface SimilarTerm {
  term: string;
  /** 1 or 2 letters apart. */
  distance: number;
}

/**
 * Finds the indexed terms that each word, unknown itself, may be a misspelling of: same first two letters, one letter wrong, or
 * two from eight letters on. Words of other scripts or with digits have none: a number that is nearly the same is another one.
 * @param terms alternative stems of each word.
 */
export async function similarTerms(
  tx: Transaction,
  principal: Principal,
  terms: readonly string[],
): Promise<Map<string, SimilarTerm[]>> {
  const fit = terms.filter((term) => term.length >= fewestLetters && /^[a-z]+$/.test(term));
  const prefixes = [...new Set(fit.map((term) => term.slice(0, 2)))];
  if (prefixes.length === 0) return new Map();
  const { rows } = await tx.query<{ prefix: string; term: string }>(
    `select prefix, t.term from unnest($2::text[], $3::text[]) as u(prefix, past) cross join lateral
       (select distinct p.term from postings p where p.tenant_id = $1 and p.field = 'text'
         and p.term >= prefix and p.term < past limit ${mostCompared}) t`,
    [principal.tenant.id, prefixes, prefixes.map(past)],
  );
  return new Map(fit.map((term) => [term, nearest(term, rows)]));
}

function nearest(word: string, rows: readonly { prefix: string; term: string }[]): SimilarTerm[] {
  const most = word.length >= longWord ? 2 : 1;
  return rows
    .filter(({ prefix }) => word.startsWith(prefix))
    .map(({ term }) => ({ term, distance: editDistance(word, term, most) }))
    .filter(({ term, distance }) => distance > 0 && distance <= most && term.length >= fewestLetters - 1)
    .sort((a, b) => a.distance - b.distance || (a.term < b.term ? -1 : 1))
    .slice(0, mostTaken);
}

/** The first text behind all that begin with two letters. */
function past(prefix: string): string {
  return `${prefix.charAt(0)}${String.fromCharCode(prefix.charCodeAt(1) + 1)}`;
}
