import { z } from "zod";

/** An answer over HTTP. */
export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  json: unknown;
}

const record = z.object({
  id: z.string().min(1).max(512),
  values: z.array(z.number()),
  metadata: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});
const upsertBody = z.object({
  vectors: z.array(record).min(1).max(1_000),
  namespace: z.string().default(""),
});
const deleteBody = z.object({
  ids: z.array(z.string()).max(1_000).optional(),
  deleteAll: z.boolean().optional(),
  namespace: z.string().default(""),
});
const queryBody = z.object({
  vector: z.array(z.number()),
  topK: z.number().int().min(1).max(10_000),
  namespace: z.string().default(""),
  filter: z.object({ no: z.object({ $in: z.array(z.number()).max(10_000) }) }).optional(),
});
const indexBody = z.object({
  name: z.string().regex(/^[a-z0-9-]{1,45}$/),
  deployment: z.object({ deployment_type: z.literal("managed"), cloud: z.string(), region: z.string() }),
  schema: z.object({
    fields: z.object({
      _values: z.object({
        type: z.literal("dense_vector"),
        dimension: z.int().positive(),
        metric: z.string(),
      }),
    }),
  }),
});

type PineconeVector = z.infer<typeof record>;
interface Namespace {
  /** Writes with the moment they were taken; their place + 1 is their log sequence number. */
  writes: { at: number; apply: (seen: Map<string, PineconeVector>) => void }[];
}
interface PineconeIndex {
  definition: z.infer<typeof indexBody>;
  readyAt: number;
  namespaces: Map<string, Namespace>;
}

export interface PineconeState {
  url: string;
  indexes: Map<string, PineconeIndex>;
  control(route: string, body: unknown): Reply;
  data(index: string, route: string, body: unknown): Reply;
}

/** What a Pinecone project holds, and what it answers. */
export function createPineconeState({ lagMs, madeInMs }: { lagMs: number; madeInMs: number }): PineconeState {
  const indexes = new Map<string, PineconeIndex>();
  const state: PineconeState = {
    url: "",
    indexes,
    control: (route, body) => {
      const name = /^GET \/indexes\/(.+)$/.exec(route)?.[1];
      if (name) return describe(indexes.get(name), state.url);
      if (route !== "POST /indexes") return notFound(route);
      const definition = indexBody.parse(body);
      if (indexes.has(definition.name)) return failed(409, 6, "Resource already exists");
      const made = { definition, readyAt: Date.now() + madeInMs, namespaces: new Map() };
      indexes.set(definition.name, made);
      return { ...describe(made, state.url), status: 201 };
    },
    data: (name, route, body) => {
      const index = indexes.get(name);
      if (!index || index.readyAt > Date.now()) return notFound(name);
      if (route === "POST /vectors/upsert") return upsert(index, upsertBody.safeParse(body));
      if (route === "POST /vectors/delete") return remove(index, deleteBody.parse(body));
      if (route === "POST /query") return query(index, queryBody.safeParse(body), lagMs);
      if (route === "POST /describe_index_stats") return describeStats(index, lagMs);
      return notFound(route);
    },
  };
  return state;
}

function describe(index: PineconeIndex | undefined, url: string): Reply {
  if (!index) return notFound("index");
  const ready = index.readyAt <= Date.now();
  const { name } = index.definition;
  const status = { ready, state: ready ? "Ready" : "Initializing" };
  const host = `${url}/data/${name}`;
  return { json: { ...index.definition, host, status, deletion_protection: "disabled" } };
}

function upsert(index: PineconeIndex, body: z.ZodSafeParseResult<z.infer<typeof upsertBody>>): Reply {
  if (!body.success) return failed(400, 3, body.error.message);
  const { vectors, namespace } = body.data;
  if (JSON.stringify(vectors).length > 2 * 1024 * 1024) return failed(400, 11, "Request size exceeds 2MB");
  for (const { values } of vectors) {
    const wrong = wrongVector(index, values);
    if (wrong) return wrong;
  }
  const lsn = write(index, namespace, (seen) => {
    for (const vector of vectors) seen.set(vector.id, vector);
  });
  return { headers: lsn, json: { upsertedCount: vectors.length } };
}

function remove(index: PineconeIndex, { ids = [], deleteAll, namespace }: z.infer<typeof deleteBody>): Reply {
  if (!index.namespaces.has(namespace)) return failed(404, 5, "Namespace not found");
  const lsn = write(index, namespace, (seen) => {
    if (deleteAll) seen.clear();
    for (const id of ids) seen.delete(id);
  });
  return { headers: lsn, json: {} };
}

function query(
  index: PineconeIndex,
  body: z.ZodSafeParseResult<z.infer<typeof queryBody>>,
  lagMs: number,
): Reply {
  if (!body.success) return failed(400, 3, body.error.message);
  const { vector, topK, namespace, filter } = body.data;
  const wrong = wrongVector(index, vector);
  if (wrong) return wrong;
  const { vectors, lsn } = seenOf(index.namespaces.get(namespace), lagMs);
  const wanted = filter && new Set(filter.no.$in);
  const matches = [...vectors.values()]
    .filter(({ metadata }) => !wanted || wanted.has(Number(metadata?.no)))
    .map(({ id, values }) => ({ id, score: cosine(vector, values) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, topK);
  return { headers: { "x-pinecone-max-indexed-lsn": String(lsn) }, json: { matches, namespace } };
}

function describeStats(index: PineconeIndex, lagMs: number): Reply {
  const counted = [...index.namespaces].map(([name, namespace]) => {
    return [name, { vectorCount: seenOf(namespace, lagMs).vectors.size }] as const;
  });
  const { dimension } = index.definition.schema.fields._values;
  return { json: { namespaces: Object.fromEntries(counted), dimension } };
}

/** The write's log sequence number, as headers. */
function write(
  index: PineconeIndex,
  name: string,
  apply: (seen: Map<string, PineconeVector>) => void,
): Record<string, string> {
  const namespace = index.namespaces.get(name) ?? { writes: [] };
  index.namespaces.set(name, namespace);
  const lsn = namespace.writes.push({ at: Date.now(), apply });
  return { "x-pinecone-request-lsn": String(lsn) };
}

function seenOf(namespace: Namespace | undefined, lagMs: number) {
  const vectors = new Map<string, PineconeVector>();
  const writes = namespace?.writes.filter(({ at }) => at + lagMs <= Date.now()) ?? [];
  for (const { apply } of writes) apply(vectors);
  return { vectors, lsn: writes.length };
}

function wrongVector({ definition }: PineconeIndex, values: readonly number[]): Reply | undefined {
  const { dimension } = definition.schema.fields._values;
  if (values.length !== dimension) {
    return failed(
      400,
      3,
      `Vector dimension ${values.length} does not match the dimension of the index ${dimension}`,
    );
  }
  if (values.some((value) => value !== 0)) return undefined;
  return failed(400, 3, "Dense vectors must contain at least one non-zero value.");
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}

function notFound(what: string): Reply {
  return failed(404, 5, `Resource ${what} not found`);
}

function failed(status: number, code: number, message: string): Reply {
  return { status, json: { code, message, details: [] } };
}
