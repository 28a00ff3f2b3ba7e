import type { Principal } from "#core/principal.ts";
import type { Database } from "#knowledge/db/database.ts";
import {
  type KeptAnswer,
  type KeyedRequest,
  keepAnswer,
  releaseKey,
  takeKey,
} from "#knowledge/idempotency/kept-answers.ts";

/** Runs a request once for each key, and answers it as before when it is sent again within a day. */
export type AnswerOnce = (
  principal: Principal,
  request: KeyedRequest,
  run: () => Promise<KeptAnswer>,
) => Promise<{ answer: KeptAnswer; replayed: boolean }>;

/** Makes the verb that gives repeated requests one effect and one answer. */
export const answerOnce =
  (db: Database): AnswerOnce =>
  async (principal, request, run) => {
    const { id } = principal.tenant;
    const kept = await db.withTenant(id, (tx) => takeKey(tx, principal, request));
    if (kept) return { answer: kept, replayed: true };
    const answer = await run().catch(async (error: unknown) => {
      await db.withTenant(id, (tx) => releaseKey(tx, principal, request.key), { idempotent: true });
      throw error;
    });
    const keep = { key: request.key, answer };
    await db.withTenant(id, (tx) => keepAnswer(tx, principal, keep), { idempotent: true });
    return { answer, replayed: false };
  };
