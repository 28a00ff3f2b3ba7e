import type { Rapport } from "../compose/compose.ts";
import { count } from "./output.ts";

type Indexed = Awaited<ReturnType<Rapport["operations"]["index"]>>;
type IndexStatus = Awaited<ReturnType<Rapport["operations"]["indexStatus"]>>;

/** What indexing did, for people. */
export function indexText({ made, removed, embedded, pending }: Indexed): string {
  const gone = removed > 0 ? `, ${count(removed)} outdated ones removed` : "";
  const waiting = pending > 0 ? ` ${count(pending)} still wait: npm run -s rapport -- index` : "";
  return `Searchable: ${count(made)} passages made, ${count(embedded)} vectors computed${gone}.${waiting}`;
}

/** What can be searched, and how, as rows of the status. */
export function searchRows(
  { passages, pending, spaces }: IndexStatus,
  configured: { embedder: string; vectors: string },
): [string, string][] {
  const waiting = pending > 0 ? `; ${count(pending)} texts wait: npm run -s rapport -- index` : "";
  const filled = spaces.map(
    ({ embedder, store, serving, embedded }) =>
      `${embedder} in ${store}: ${count(embedded)} passages${serving ? "" : ", not yet used"}`,
  );
  return [
    ["searchable", `${count(passages)} passages${waiting}`],
    [
      "vectors",
      configured.embedder === "none"
        ? "none: search is by words and names"
        : filled.join("; ") || `${configured.embedder}: none yet`,
    ],
  ];
}
