import { setTimeout as sleep } from "node:timers/promises";
import { chaosClient } from "./client.ts";
import type { Journal } from "./journal.ts";
import type { ChaosTenant } from "./tenants.ts";

interface Probe {
  tenant: ChaosTenant;
  servers: readonly string[];
  journal: Journal;
  /** Seconds after which it is given up. */
  patience?: number;
}

/** Seconds until a write has succeeded on every server; null when one did not within the patience, 20 s by default. */
export async function untilAllWrite({
  tenant,
  servers,
  journal,
  patience = 20,
}: Probe): Promise<number | null> {
  const began = performance.now();
  const end = AbortSignal.timeout(patience * 1_000);
  const written = await Promise.all(
    servers.map(async (server) => {
      const client = chaosClient({
        key: tenant.key,
        servers: [server],
        random: () => 0,
        onAttempt: () => {},
        end,
      });
      const write = journal.add({ kind: "contact", tenant: tenant.mark });
      const { mark } = tenant;
      const body = {
        firstName: "Ada",
        lastName: mark,
        email: `${write.marker}@${mark}.example`,
        company: mark,
      };
      while (!end.aborted) {
        const answer = await client
          .once(server, {
            method: "POST",
            path: "/contacts",
            body,
            headers: { "idempotency-key": write.marker },
          })
          .catch(() => undefined);
        if (answer?.status === 201) {
          Object.assign(write, { state: "acknowledged", id: answer.body.id, contactId: answer.body.id });
          return true;
        }
        await sleep(50);
      }
      return false;
    }),
  );
  return written.every(Boolean) ? (performance.now() - began) / 1_000 : null;
}
