import { buildResponseDraftingGraph } from "#graphs/response-drafting/graph.ts";
import { localDrafter } from "#knowledge/drafting/write/local-drafter.ts";
import { modelDrafter } from "#models/model-drafter.ts";
import type { ScriptedModel } from "#models/stand-ins/scripted-model.ts";
import type { StoredDraft } from "./judge/judge-draft.ts";
import type { OpenWorkspace } from "./threads/open-workspace.ts";

interface StoredRow extends StoredDraft {
  /** Of the outbox row; null: none. */
  sent: { to: string[]; cc: string[] } | null;
}

/** Drafts the reply to a contact, by a model or locally, and reads from the database what was stored. */
export async function draftCase(
  { db, principal, tools }: OpenWorkspace,
  contact: string,
  model?: ScriptedModel,
): Promise<StoredRow> {
  const graph = buildResponseDraftingGraph({
    tools,
    drafter: model ? modelDrafter(model, localDrafter) : localDrafter,
    localDrafter,
    modelTimeoutMs: 10_000,
  });
  const context = { principal, signal: new AbortController().signal };
  const state = await graph.invoke({
    context,
    request: { reference: { contact_id: contact }, instructions: null },
  });
  return db.readTenant(principal.tenant.id, async (tx) => {
    const { rows } = await tx.query<StoredRow>(
      `select d.status, d.response, d.content, o.recipients as sent from drafts d
          left join outbox o on o.tenant_id = $1 and o.draft_id = d.id
        where d.tenant_id = $1 and d.id = $2`,
      [principal.tenant.id, state.saved.draft_id],
    );
    const [row] = rows;
    if (row === undefined) throw new TypeError(`the draft for ${contact} was not stored`);
    return row;
  });
}
