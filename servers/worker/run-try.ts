import { log } from "#core/log.ts";
import type { Rapport } from "../compose/compose.ts";
import type { WorkedQueue } from "./worked-queue.ts";

type Operations = Rapport["operations"];
type Boss = Awaited<ReturnType<Operations["startQueues"]>>;

/** A job as pg-boss hands it out. */
export interface TakenJob {
  id: string;
  name: string;
  data: { tenant?: string; event?: number; id?: string } | null;
  retryCount: number;
  retryLimit: number;
  signal: AbortSignal;
}

export interface TryParts {
  operations: Pick<Operations, "activeTenants" | "jobPrincipal">;
  boss: Pick<Boss, "insert">;
  /** Lets a queue of this process be looked into. */
  wake(queue: string): void;
  queue: WorkedQueue;
}

/**
 * One try of a job. A schedule's becomes a job for every tenant; one whose tenant is gone or suspended ends.
 * @throws what failed: then it is tried again, or is a dead letter
 */
export async function runTry({ operations, boss, wake, queue }: TryParts, job: TakenJob): Promise<void> {
  const { tenant, event = 0, id = "" } = job.data ?? {};
  if (tenant === undefined) {
    const tenants = await operations.activeTenants();
    const jobs = tenants.map((each) => ({ data: { tenant: each }, singletonKey: each, group: { id: each } }));
    await boss.insert(job.name, jobs, { returnId: false });
    return;
  }
  const principal = await operations.jobPrincipal(tenant);
  if (!principal) return;
  const isLast = job.retryCount >= job.retryLimit;
  const send = async (to: string, data: { event?: number; id?: string }, key?: string) => {
    const one = { data: { tenant, ...data }, group: { id: tenant } };
    await boss.insert(to, [key === undefined ? one : { ...one, singletonKey: key }], { returnId: false });
    wake(to);
  };
  try {
    await queue.handle({ principal, event, id, signal: job.signal, isLast, send });
  } catch (error) {
    log.warn({ err: error, queue: job.name, job: job.id, tenant, isLast }, "a try of a job failed");
    throw error;
  }
}
