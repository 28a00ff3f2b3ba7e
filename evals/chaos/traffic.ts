import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "#knowledge/scoring/evaluate/seeded-random.ts";
import { type Attempt, chaosClient } from "./client.ts";
import type { Journal } from "./journal.ts";
import { type Leak, type Reader, readOnce, reads } from "./reads.ts";
import type { ChaosTenant } from "./tenants.ts";
import { writes } from "./writes.ts";

export interface Traffic {
  attempts: readonly Attempt[];
  leaks: readonly Leak[];
  /** Begins nothing new, and resolves when everything that was begun is decided, or was given up after so many milliseconds. */
  stop(ms: number): Promise<void>;
}

interface TrafficOptions {
  tenants: readonly ChaosTenant[];
  servers: readonly string[];
  journal: Journal;
  seed: number;
  clients: number;
}

/** Milliseconds that a client thinks between two requests, at most. */
const thinkMs = 60;
const shareOfReads = 0.4;

/** Lets clients of all workspaces write and read at all servers until they are stopped. */
export function startTraffic({ tenants, servers, journal, seed, clients }: TrafficOptions): Traffic {
  const attempts: Attempt[] = [];
  const leaks: Leak[] = [];
  const [stopping, givenUp] = [new AbortController(), new AbortController()];
  const readers = Array.from({ length: clients }, (_, n) => {
    const tenant = tenants[n % tenants.length] as ChaosTenant;
    const random = seededRandom(seed * 1_000 + n);
    const onAttempt = (attempt: Attempt) => void attempts.push(attempt);
    const client = chaosClient({ key: tenant.key, servers, random, onAttempt, end: givenUp.signal });
    const others = tenants.filter(({ mark }) => mark !== tenant.mark);
    const reader: Reader = {
      ...{ tenant, client, journal, random, own: [] },
      foreignMarks: others.map(({ mark }) => mark),
      foreignContact: () =>
        journal.acknowledged("contact").find(({ tenant: mark }) => mark !== tenant.mark)?.id,
      onLeak: (leak) => void leaks.push(leak),
    };
    return reader;
  });
  const loops = readers.map(async (reader) => {
    while (!stopping.signal.aborted) {
      const { random } = reader;
      if (random() < shareOfReads) {
        await readOnce(
          reader,
          servers[Math.floor(random() * servers.length)] ?? "",
          weighted(reads, random()),
        );
      } else await weighted(writes, random())(reader);
      await sleep(random() * thinkMs);
    }
  });
  return {
    attempts,
    leaks,
    stop: async (ms) => {
      stopping.abort();
      const timer = setTimeout(() => givenUp.abort(), ms);
      await Promise.all(loops);
      clearTimeout(timer);
    },
  };
}

/** One of several, by their weights. @param at in [0, 1) */
function weighted<T>(choices: readonly (readonly [number, T])[], at: number): T {
  let left = at * choices.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, choice] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  return (choices[0] as readonly [number, T])[1];
}
