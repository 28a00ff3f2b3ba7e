import { bucketSize } from "./entry.ts";

/** A document and how well it fits; scores are comparable within one search only. */
export interface ScoredDocument {
  no: number;
  score: number;
}

/** The documents of the highest scores, best first; of equals the lower number. */
export function bestDocuments(
  scores: ReadonlyMap<number, Float64Array>,
  { limit, only }: { limit: number; only?: ReadonlySet<number> },
): ScoredDocument[] {
  const heap: ScoredDocument[] = [];
  if (limit < 1) return heap;
  for (const [bucket, ofBucket] of scores) {
    for (let place = 0; place < bucketSize; place++) {
      const score = ofBucket[place] ?? 0;
      const worst = heap[0];
      if (score <= 0 || (heap.length >= limit && worst && score < worst.score)) continue;
      const document = { no: bucket * bucketSize + place, score };
      if (only && !only.has(document.no)) continue;
      if (heap.length < limit) rise(heap, document);
      else if (worst && isBetter(document, worst)) sink(heap, document);
    }
  }
  return heap.sort((x, y) => y.score - x.score || x.no - y.no);
}

function isBetter(x: ScoredDocument, y: ScoredDocument): boolean {
  return x.score > y.score || (x.score === y.score && x.no < y.no);
}

/** Adds to a heap whose first is the worst. */
function rise(heap: ScoredDocument[], document: ScoredDocument): void {
  let at = heap.length;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above];
    if (!parent || !isBetter(parent, document)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = document;
}

/** Puts a document in the place of the worst. */
function sink(heap: ScoredDocument[], document: ScoredDocument): void {
  let at = 0;
  for (;;) {
    const left = heap[2 * at + 1];
    const right = heap[2 * at + 2];
    if (!left) break;
    const takeRight = right !== undefined && isBetter(left, right);
    const child = takeRight ? right : left;
    if (!isBetter(document, child)) break;
    heap[at] = child;
    at = 2 * at + (takeRight ? 2 : 1);
  }
  heap[at] = document;
}
