import type { Principal } from "#core/principal.ts";
import type { PassageDraft } from "../../conversations/passage-draft.ts";
import type { Transaction } from "../../db/database.ts";
import type { LoadedDrafts } from "./load-drafts.ts";
import { idsOf, type QueuedSource } from "./queued-sources.ts";

/** What has to happen to the stored passages of some sources. */
export interface Difference {
  missing: PassageDraft[];
  /** Numbers of passages that should not be there. */
  gone: number[];
}

/** Compares the passages that sources should have with the stored ones; those that are the same keep their numbers. */
export async function comparePassages(
  tx: Transaction,
  principal: Principal,
  { sources, drafts, interactionIds }: LoadedDrafts & { sources: readonly QueuedSource[] },
): Promise<Difference> {
  const { rows } = await tx.query<StoredPassage>(
    `select no, coalesce(interaction_id, article_id) as source, part, content_hash as hash from passages
        where tenant_id = $1 and interaction_id = any($2::uuid[])
      union select no, coalesce(interaction_id, article_id), part, content_hash from passages
        where tenant_id = $1 and conversation_id = any($3::uuid[])
      union select no, coalesce(interaction_id, article_id), part, content_hash from passages
        where tenant_id = $1 and interaction_id = any($4::uuid[]) and conversation_id is null
      union select no, article_id, part, content_hash from passages where tenant_id = $1 and article_id = any($5::uuid[])`,
    [
      principal.tenant.id,
      interactionIds,
      idsOf(sources, "conversation"),
      idsOf(sources, "interaction"),
      idsOf(sources, "article"),
    ],
  );
  const stored = new Map(rows.map((row) => [keyOf(row), row.no]));
  const wanted = new Set(drafts.map((draft) => keyOf(draftKey(draft))));
  return {
    missing: drafts.filter((draft) => !stored.has(keyOf(draftKey(draft)))),
    gone: rows.filter((row) => !wanted.has(keyOf(row))).map(({ no }) => no),
  };
}

interface StoredPassage {
  no: number;
  source: string;
  part: number;
  hash: string;
}

function draftKey({ interactionId, articleId, part, contentHash }: PassageDraft): Omit<StoredPassage, "no"> {
  return { source: interactionId ?? articleId ?? "", part, hash: contentHash };
}

function keyOf({ source, part, hash }: Omit<StoredPassage, "no">): string {
  return `${source} ${part} ${hash}`;
}
