import type { Principal } from "#core/principal.ts";
import { buildResponseDraftingGraph } from "#graphs/response-drafting/graph.ts";
import type { DraftingState } from "#graphs/response-drafting/state.ts";
import type { Database } from "#knowledge/db/database.ts";
import { localDrafter } from "#knowledge/drafting/write/local-drafter.ts";
import { importSampleFiles } from "#knowledge/sample/import-sample.ts";
import { draftingTools } from "#servers/compose/drafting.ts";
import type { Retrieval } from "#servers/compose/retrieval.ts";
import type { HeldOutSample } from "./held-out-threads.ts";
import { type CitedSource, type JudgedDraft, judgeDraft } from "./judge-draft.ts";

interface Workspace {
  db: Database;
  retrieval: Pick<Retrieval, "search" | "index">;
  principal: Principal;
}

/** Fills a workspace with a sample that lacks its answers, drafts them with the product's own graph, and judges what is cited. */
export async function draftThreads(
  { db, retrieval, principal }: Workspace,
  { files, threads, meant }: HeldOutSample,
  onProgress: (text: string) => void,
): Promise<JudgedDraft[]> {
  await importSampleFiles(db, principal, { files, onProgress });
  onProgress("Making texts searchable");
  await retrieval.index(principal);
  const graph = buildResponseDraftingGraph({
    tools: await draftingTools(db, retrieval.search),
    drafter: localDrafter,
    localDrafter,
    modelTimeoutMs: 1_000,
  });
  const nameOf = await citedNames(db, principal);
  const judged: JudgedDraft[] = [];
  for (const thread of threads) {
    const context = {
      principal: { ...principal, user: thread.rep },
      signal: new AbortController().signal,
    };
    const request = { reference: { message_id: thread.messageId }, instructions: null };
    const started = performance.now();
    const { content } = (await graph.invoke({ context, request })) as DraftingState;
    const ms = performance.now() - started;
    const ids = new Set(content.sentences.flatMap(({ citations }) => citations));
    const cited = [...ids].flatMap((id) => nameOf(id) ?? []);
    judged.push(judgeDraft(thread, { content, cited, ms }, meant));
    if (judged.length % 50 === 0) onProgress(`${judged.length} of ${threads.length} drafts`);
  }
  return judged;
}

/** Leads from the ids that drafts cite back to those of the sample's files. */
export async function citedNames(db: Database, { tenant }: Principal) {
  const passages = new Map<string, string>();
  const messages = new Map<string, string>();
  const articles = new Map<string, string>();
  await db.readTenant(tenant.id, async (tx) => {
    const said = await tx.query<{ no: number; id: string; external_id: string | null }>(
      `select p.no, i.id, i.external_id from passages p join interactions i on i.tenant_id = p.tenant_id and i.id = p.interaction_id
        where p.tenant_id = $1`,
      [tenant.id],
    );
    for (const { no, id, external_id: external } of said.rows) {
      passages.set(String(no), external ?? "");
      messages.set(id, external ?? "");
    }
    const told = await tx.query<{ id: string; external_id: string }>(
      "select id, external_id from articles where tenant_id = $1",
      [tenant.id],
    );
    for (const { id, external_id: external } of told.rows) articles.set(id, external);
  });
  return (cited: string): CitedSource | undefined => {
    const [kind, id = ""] = cited.split(/[:#]/);
    if (kind === "a") return { kind: "article", id: articles.get(id) ?? "" };
    if (kind === "r") return { kind: "reply", messageId: passages.get(id) ?? "" };
    if (kind === "m") return { kind: "own", messageId: messages.get(id) ?? "" };
    return { kind: "record" };
  };
}
