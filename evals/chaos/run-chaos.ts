import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "#knowledge/scoring/evaluate/seeded-random.ts";
import { shuffled } from "../shuffled.ts";
import { checkRecords } from "./check-records.ts";
import { checkTenancy } from "./check-tenancy.ts";
import { checkWebhooks } from "./check-webhooks.ts";
import type { Attempt } from "./client.ts";
import { type Fault, faults, type Patient } from "./faults.ts";
import { type Journal, openJournal } from "./journal.ts";
import { untilAllWrite } from "./recovery.ts";
import type { ChaosResult, SufferedFault } from "./result.ts";
import { setUp, type Ward } from "./set-up.ts";
import type { ChaosTenant } from "./tenants.ts";
import { startTraffic, type Traffic } from "./traffic.ts";
import { untilSettled } from "./unsettled.ts";

export interface ChaosOptions {
  /** Where a database may be made. */
  databaseUrl: string;
  /** A command that crashes and starts that server. */
  restartDatabase?: string | undefined;
  seconds: number;
  seed: number;
  /** Only these, by name; all by default. */
  only?: readonly string[];
  clients?: number;
  onProgress(text: string): void;
}

/** Seconds that workers have at the end to do what is left. */
const settleSeconds = 60;
const giveUpMs = 60_000;

/** Breaks a service under load in every way, one after the other, and judges what is left. */
export async function runChaos({
  databaseUrl,
  restartDatabase,
  onProgress,
  ...options
}: ChaosOptions): Promise<ChaosResult> {
  const ward = await setUp(databaseUrl, restartDatabase);
  try {
    const journal = openJournal(`m${randomUUID().slice(0, 6)}`);
    const { tenants, urls } = ward;
    const { seed, clients = 12 } = options;
    // What is loaded with the first requests is no recovery.
    for (const tenant of tenants) await untilAllWrite({ tenant, servers: urls, journal });
    const traffic = startTraffic({ tenants, servers: urls, journal, seed, clients });
    const suffered = await suffer(ward, { journal, traffic, onProgress, ...options });
    onProgress("Waiting for what is under way");
    await traffic.stop(giveUpMs);
    onProgress("Waiting for the workers");
    const settled = await untilSettled(ward.db, tenants, settleSeconds);
    return await judge(ward, { journal, traffic, suffered, settled });
  } finally {
    await ward.close();
  }
}

interface Suffering extends Pick<ChaosOptions, "seconds" | "seed" | "only" | "onProgress"> {
  journal: Journal;
  traffic: Traffic;
}

async function suffer(
  { patient, urls, tenants }: Ward,
  { seconds, seed, only, journal, traffic, onProgress }: Suffering,
): Promise<SufferedFault[]> {
  const chosen = faults.filter(
    ({ name, isPossible }) => (!only || only.includes(name)) && (!isPossible || isPossible(patient)),
  );
  const began = performance.now();
  const share = (seconds * 1_000) / chosen.length;
  const suffered: SufferedFault[] = [];
  for (const [n, fault] of shuffled(chosen, seededRandom(seed)).entries()) {
    // Each begins at its time, or at once when the one before took longer.
    await sleep(Math.max(500, n * share - (performance.now() - began)));
    onProgress(`${fault.name} …`);
    const at = performance.now();
    await fault.begin(patient);
    await sleep(fault.lasts ?? Math.min(5_000, share / 3));
    await fault.end?.(patient);
    const recovery = await untilAllWrite({
      tenant: tenants[n % tenants.length] as ChaosTenant,
      servers: urls,
      journal,
    });
    const within = traffic.attempts.filter(({ ended }) => ended >= at);
    suffered.push({
      name: fault.name,
      at: (at - began) / 1_000,
      recovery,
      ...countFailures(within),
      crashed: crashed(patient),
      cutByDrain: cutByDrain(fault, fault.drains?.(patient).url, within, at),
    });
  }
  return suffered;
}

/** Processes that nobody asked to end, and that did; they are started again, so that one defect does not hide others. */
function crashed({ servers, workers }: Patient): string[] {
  const gone = [...servers, ...workers].filter((one) => !one.runs());
  for (const one of gone) one.start();
  return gone.map(({ name }) => name);
}

const isFailure = ({ result }: Attempt) => typeof result === "string" || result >= 500;

function countFailures(attempts: readonly Attempt[]) {
  const failed = attempts.filter(isFailure);
  const kinds = Map.groupBy(failed, ({ result }) => String(result));
  return {
    requests: attempts.length,
    failed: failed.length,
    failures: Object.fromEntries([...kinds].map(([kind, all]) => [kind, all.length])),
    slowest: Math.max(0, ...attempts.map(({ began, ended }) => ended - began)) / 1_000,
  };
}

/** Requests that a draining server had begun, and that failed. */
function cutByDrain(
  { drains }: Fault,
  url: string | undefined,
  attempts: readonly Attempt[],
  at: number,
): number {
  if (!drains) return 0;
  return attempts.filter((attempt) => attempt.server === url && attempt.began < at && isFailure(attempt))
    .length;
}

interface Judged {
  journal: Journal;
  traffic: Traffic;
  suffered: SufferedFault[];
  settled: Awaited<ReturnType<typeof untilSettled>>;
}

async function judge(ward: Ward, { journal, traffic, suffered, settled }: Judged): Promise<ChaosResult> {
  const { db, tenants, receiver } = ward;
  const records = await Promise.all(tenants.map((tenant) => checkRecords(db, tenant, journal)));
  const strays = await Promise.all(tenants.map((tenant) => checkTenancy(db, tenant, tenants)));
  const of = (state: string) => journal.all().filter((write) => write.state === state).length;
  return {
    faults: suffered,
    requests: traffic.attempts.length,
    acknowledged: of("acknowledged"),
    undecided: of("sent"),
    refused: journal.all().flatMap(({ kind, unexpected }) => (unexpected ? [`${kind}: ${unexpected}`] : [])),
    lost: records.flatMap(({ lost }) => lost),
    duplicated: records.flatMap(({ duplicated }) => duplicated),
    refusedButThere: records.flatMap(({ refusedButThere }) => refusedButThere),
    crossTenant: [
      ...traffic.leaks.map(({ path, reader, what }) => `${reader} ${path}: ${what}`),
      ...strays.flat(),
    ],
    settled,
    webhooks: { messages: receiver.messages(), ...checkWebhooks(receiver, journal, tenants[0]?.mark ?? "") },
  };
}
