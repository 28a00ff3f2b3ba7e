import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "#knowledge/db/database.ts";
import { withinTransaction } from "#knowledge/db/join-transactions.ts";
import {
  type KeptAnswer,
  type KeyedRequest,
  keepAnswer,
  releaseKey,
  takeKey,
} from "#knowledge/idempotency/kept-answers.ts";

export interface KeyedWork {
  request: KeyedRequest;
  /** Whether key, effect and answer are saved in one transaction: for writes that wait for nothing but the database. */
  isAtomic: boolean;
  run(): Promise<KeptAnswer>;
  /** What is kept of an answer, where it holds what must not be stored. */
  toKeep?(answer: KeptAnswer): KeptAnswer;
}

export interface KeyedAnswer {
  answer: KeptAnswer;
  replayed: boolean;
}

/** Runs a request once for each key, and answers it as before when it is sent again within a day. */
export type AnswerOnce = (principal: Principal, work: KeyedWork) => Promise<KeyedAnswer>;

/** Makes the verb that gives repeated requests one effect and one answer. The database is one that joins transactions. */
export const answerOnce =
  (db: Database): AnswerOnce =>
  (principal, work) =>
    work.isAtomic ? inOneTransaction(db, principal, work) : inTwo(db, principal, work);

/** However the process ends, all is there or nothing: who sends the request again waits for the first, and then is answered as it was. */
async function inOneTransaction(db: Database, principal: Principal, work: KeyedWork): Promise<KeyedAnswer> {
  const tenantId = principal.tenant.id;
  const ended = await db.withTenant(
    tenantId,
    async (tx): Promise<KeyedAnswer | { refusal: AppError }> => {
      const kept = await takeKey(tx, principal, work.request);
      if (kept) return { answer: kept, replayed: true };
      try {
        const answer = await withinTransaction({ tenantId, tx }, work.run);
        await keep(tx, principal, work, answer);
        return { answer, replayed: false };
      } catch (error) {
        // What was refused stays in the audit log, and its key may be sent again; all else leaves nothing.
        if (!(error instanceof AppError)) throw error;
        await releaseKey(tx, principal, work.request.key);
        return { refusal: error };
      }
    },
    { idempotent: true },
  );
  if ("refusal" in ended) throw ended.refusal;
  return ended;
}

/** For work that waits for others meanwhile: the key is taken before and the answer kept after it. */
async function inTwo(db: Database, principal: Principal, work: KeyedWork): Promise<KeyedAnswer> {
  const { id } = principal.tenant;
  const kept = await db.withTenant(id, (tx) => takeKey(tx, principal, work.request));
  if (kept) return { answer: kept, replayed: true };
  const answer = await work.run().catch(async (error: unknown) => {
    await db.withTenant(id, (tx) => releaseKey(tx, principal, work.request.key), { idempotent: true });
    throw error;
  });
  await db.withTenant(id, (tx) => keep(tx, principal, work, answer), { idempotent: true });
  return { answer, replayed: false };
}

async function keep(
  tx: Transaction,
  principal: Principal,
  { request, toKeep = (same) => same }: KeyedWork,
  answer: KeptAnswer,
): Promise<void> {
  await keepAnswer(tx, principal, { key: request.key, answer: toKeep(answer) });
}
