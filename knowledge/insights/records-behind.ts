import type { Transaction } from "../db/database.ts";
import { parseSegment } from "../metrics/segment.ts";
import type { PointBehind } from "./points-behind.ts";
import { recordsBehindSql } from "./records-behind-sql.ts";
import type { RunParameters } from "./runs.ts";

export interface RecordsQuery {
  tenantId: string;
  parameters: Pick<RunParameters, "segment" | "assigned_to" | "as_of" | "time_zone">;
  points: readonly PointBehind[];
  /** Whose contacts' messages alone may be named; null: everybody's. */
  messagesOf: string | null;
  /** Ids a point at most. */
  most: number;
}

/** By then nobody waits for the records any more (graphs/insights/nodes/cite.ts). */
const patienceMs = 11_000;

/**
 * Names records behind points, in one statement: ids of contacts or of interactions, of the run's segment and reader, the same ones each
 * time. Of a bucket the first interactions in it; of a whole period one of each contact.
 * @returns ids in the order of the points.
 */
export async function recordsBehind(tx: Transaction, query: RecordsQuery): Promise<string[][]> {
  const { tenantId, parameters, points, messagesOf, most } = query;
  if (points.length === 0) return [];
  const { text, values } = recordsBehindSql({
    values: [
      tenantId,
      parameters.time_zone,
      parameters.as_of,
      JSON.stringify(points.map((point, key) => ({ key, ...point }))),
    ],
    most,
    kinds: points,
    segment: parameters.segment === null ? [] : parseSegment(parameters.segment),
    assignedTo: parameters.assigned_to ?? undefined,
    messagesOf,
  });
  // Without nested loops as when metrics are loaded (knowledge/metrics/load-metrics.ts).
  await tx.query(
    "select set_config('enable_nestloop', 'off', true), set_config('statement_timeout', $1, true)",
    [String(patienceMs)],
  );
  const { rows } = await tx.query<{ key: number; id: string }>(text, values);
  const found = Map.groupBy(rows, ({ key }) => key);
  return points.map((_, key) => (found.get(key) ?? []).map(({ id }) => id));
}
