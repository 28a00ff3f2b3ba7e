import type { Principal } from "#core/principal.ts";
import type { Database } from "#knowledge/db/database.ts";
import type { BossOptions } from "#knowledge/jobs/open-boss.ts";
import type { QueuePolicy } from "#knowledge/jobs/queues.ts";
import type { JobTry } from "#knowledge/jobs/run-job.ts";

/** What workers and their operators do; code is loaded when it is called. */
export function jobOperations(db: Database) {
  const letters = () => import("#knowledge/jobs/dead-letters.ts");
  const boss = async (options?: BossOptions) =>
    (await import("#knowledge/jobs/open-boss.ts")).openBoss(db, options);
  return {
    /** Opens the queues, making what is missing of them. */
    startQueues: async (policies: ReadonlyMap<string, QueuePolicy>, options?: BossOptions) => {
      const { ensureQueues } = await import("#knowledge/jobs/open-boss.ts");
      const opened = await boss(options);
      await opened.start();
      await ensureQueues(opened, policies);
      return opened;
    },
    relayEvents: async (...args: Rest<typeof import("#knowledge/jobs/relay.ts").relayEvents>) =>
      (await import("#knowledge/jobs/relay.ts")).relayEvents(db, ...args),
    activeTenants: async () => (await import("#knowledge/jobs/active-tenants.ts")).activeTenants(db),
    jobPrincipal: async (tenantId: string) =>
      (await import("#knowledge/jobs/active-tenants.ts")).jobPrincipal(db, tenantId),
    eventSubjects: async (principal: Principal, event: number) =>
      (await import("#knowledge/jobs/event-subjects.ts")).eventSubjects(db, principal, event),
    awaitingDraft: async (principal: Principal, event: number) =>
      (await import("#knowledge/jobs/awaiting-draft.ts")).awaitingDraft(db, principal, event),
    tellBudget: async (principal: Principal) =>
      (await import("#knowledge/jobs/tell-budget.ts")).tellBudget(db, principal),
    refreshScores: async (
      ...args: Rest<typeof import("#knowledge/scoring/stored-scores/refresh-scores.ts").refreshScores>
    ) => (await import("#knowledge/scoring/stored-scores/refresh-scores.ts")).refreshScores(db, ...args),
    runJob: async (principal: Principal, each: JobTry) => {
      const { runJob } = await import("#knowledge/jobs/run-job.ts");
      const { jobWorks } = await import("#knowledge/jobs/works/works.ts");
      return runJob(db, principal, { works: jobWorks, ...each });
    },
    listQueuedJobs: async (query?: Parameters<DeadLetters["listQueuedJobs"]>[1]) =>
      (await letters()).listQueuedJobs(db, query),
    listDeadLetters: async (query?: Parameters<DeadLetters["listDeadLetters"]>[1]) =>
      (await letters()).listDeadLetters(db, query),
    /** @throws AppError NOT_FOUND */
    showQueuedJob: async (id: string) => (await letters()).showQueuedJob(db, id),
    /** @param ids absent: all. @throws AppError NOT_FOUND */
    requeueDeadLetters: async (ids?: readonly string[], options?: BossOptions) => {
      const opened = await boss({ ...options, supervise: false });
      await opened.start();
      try {
        return await (await letters()).requeueDeadLetters(opened, ids);
      } finally {
        await opened.stop({ graceful: false });
      }
    },
  };
}

type DeadLetters = typeof import("#knowledge/jobs/dead-letters.ts");

/** A function's parameters after its database. */
type Rest<F> = F extends (db: Database, ...args: infer Args) => unknown ? Args : never;
