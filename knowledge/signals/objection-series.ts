import type { Series } from "#core/domain/series.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { loadBuckets } from "../metrics/load-buckets.ts";
import { documentsOf, readPostings } from "../retrieval/lexical/read-postings.ts";
import { textSignals } from "../scoring/features/text/signals.ts";
import { isAutomatic } from "./automatic.ts";
import { findInboundPassages, type ReadingQuery } from "./inbound-passages.ts";
import { objectionTerms } from "./objection-terms.ts";
import { isSampled, readPassages } from "./read-passages.ts";
import { type ObjectionKind, objectionKind } from "./signal.ts";

/** Messages that are read at most in one call, if the caller does not say. */
const usuallyRead = 6_000;
/** Messages that are named for one bucket or kind. */
const mostNamed = 20;

export interface ObjectionSeries {
  /** Metric "objection_rate": the share of contacts' messages that raise an objection; `n` messages looked at, `hits` of them. */
  series: Series;
  /** Ids of messages that raise one, by bucket, in its order, at most 20 each. */
  messages: Record<string, string[]>;
  /** By kind, over all buckets, the commonest first. */
  kinds: RaisedKind[];
  looked: {
    /** Messages of contacts in the buckets that are searchable. */
    messages: number;
    /** The share of them that was looked at, drawn evenly; 1: all. */
    share: number;
    /** Conversations and interactions that are not searchable yet. */
    pending: number;
  };
}

/** One kind of objection with the messages that raise it. */
export interface RaisedKind {
  kind: ObjectionKind;
  messages: number;
  /** At most 20, the latest last. */
  messageIds: string[];
  /** The sentence of the last of them, at most 240 characters on one line: somebody's words, data. */
  quote: string;
}

/**
 * Objections in what contacts wrote, over time: found by the inverted index (the vocabulary of the lexicons) and confirmed by reading.
 * Where more than `mostRead` (6,000) messages would have to be read, an even sample is looked at, and `share` says so. Of a long message the
 * first passage counts. English, German, French and Spanish.
 * @param kinds of objections; all by default.
 */
export async function objectionSeries(
  tx: Transaction,
  query: ReadingQuery & { kinds?: readonly ObjectionKind[]; mostRead?: number },
): Promise<ObjectionSeries> {
  const { tenantId, grain, timeZone, kinds = objectionKind.options, mostRead = usuallyRead } = query;
  const { days, bounds } = await loadBuckets(tx, query);
  const { nos, pending } =
    bounds.length === 0 ? { nos: [], pending: 0 } : await findInboundPassages(tx, query, bounds);
  const messages = nos.reduce((sum, list) => sum + list.length, 0);
  const mayObject = messages > mostRead ? await haveTerms(tx, tenantId, kinds) : () => true;
  const candidates = messages > mostRead ? nos.flat().filter(mayObject).length : messages;
  const share = Math.min(1, mostRead / Math.max(1, candidates));
  const looked = nos.map((list) => list.filter((no) => isSampled(no, share)));
  const read = await readPassages(tx, tenantId, looked.flat().filter(mayObject));
  const found = looked.map((list) =>
    list.flatMap((no) => {
      const passage = read.get(no);
      const raised = passage ? raisedIn(passage.text, kinds) : none;
      return passage && raised.size > 0 ? [{ id: passage.messageId, raised }] : [];
    }),
  );
  return {
    series: {
      metric: "objection_rate",
      grain,
      timeZone,
      points: days.map((at, n) => {
        const [of, hits] = [looked[n]?.length ?? 0, found[n]?.length ?? 0];
        return { at, value: of > 0 ? hits / of : null, n: of, hits };
      }),
    },
    messages: Object.fromEntries(
      days.map((at, n) => [at, (found[n] ?? []).slice(0, mostNamed).map(({ id }) => id)]),
    ),
    kinds: byKind(kinds, found.flat()),
    looked: { messages, share, pending },
  };
}

/** Objections that a message raises, each with its first sentence. */
type Raised = ReadonlyMap<ObjectionKind, string>;

const none: Raised = new Map();

/** A machine raises none. */
function raisedIn(text: string, kinds: readonly ObjectionKind[]): Raised {
  if (isAutomatic({ subject: null, content: text })) return none;
  const raised = new Map<ObjectionKind, string>();
  for (const { name, start, end } of textSignals(text)) {
    const kind = kinds.find((one) => one === name);
    if (kind && !raised.has(kind)) raised.set(kind, text.slice(start, end).replace(/\s+/g, " ").trim());
  }
  return raised;
}

/** Which passages have a term that a phrase of an objection needs. */
async function haveTerms(
  tx: Transaction,
  tenantId: string,
  kinds: readonly ObjectionKind[],
): Promise<(no: number) => boolean> {
  const { terms } = objectionTerms(kinds);
  // Postings are read by tenant alone.
  const principal: Principal = { tenant: { id: tenantId, name: "" }, user: "", roles: [] };
  const having = new Set<number>();
  for (const list of (await readPostings(tx, principal, { field: "text", terms })).values()) {
    for (const no of documentsOf(list)) having.add(no);
  }
  return (no) => having.has(no);
}

function byKind(
  kinds: readonly ObjectionKind[],
  found: readonly { id: string; raised: Raised }[],
): RaisedKind[] {
  return kinds
    .flatMap((kind) => {
      const raising = found.filter(({ raised }) => raised.has(kind));
      const messageIds = raising.slice(-mostNamed).map(({ id }) => id);
      const quote = raising.at(-1)?.raised.get(kind);
      return quote === undefined ? [] : [{ kind, messages: raising.length, messageIds, quote }];
    })
    .toSorted((a, b) => b.messages - a.messages);
}
