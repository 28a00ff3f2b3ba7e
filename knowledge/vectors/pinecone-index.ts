import { setTimeout as sleep } from "node:timers/promises";
import type { Pinecone } from "@pinecone-database/pinecone";
import { AppError } from "#core/errors.ts";

type Index = Awaited<ReturnType<Pinecone["indexes"]["describe"]>>;

export interface WantedIndex {
  name: string;
  dimensions: number;
  signal?: AbortSignal;
  /** Milliseconds between two looks at an index that is being made. */
  pollMs: number;
}

/** The field that the vectors API reads and writes. */
const vectorField = "_values";

/** The region that every plan has; whoever wants another makes the index there and names it. */
const deployment = { deploymentType: "managed", cloud: "aws", region: "us-east-1" } as const;
const readyWithinMs = 120_000;

/**
 * Where an index answers, which is made when it is not there: serverless, compared by cosine.
 * @throws AppError VALIDATION_FAILED when it is there with another dimension or metric, NOT_READY when making it takes too long.
 */
export async function hostOfIndex(client: Pinecone, wanted: WantedIndex): Promise<string> {
  const began = Date.now();
  let index = (await find(client, wanted.name)) ?? (await make(client, wanted));
  while (!index?.status.ready) {
    if (Date.now() - began > readyWithinMs || /Failed|Terminat|Disabled/.test(index?.status.state ?? "")) {
      throw new AppError(
        "NOT_READY",
        `Pinecone's index ${wanted.name} is not ready (${index?.status.state ?? "being made"}): look at app.pinecone.io and try again.`,
        { retryable: true },
      );
    }
    await sleep(wanted.pollMs, undefined, { signal: wanted.signal });
    index = await find(client, wanted.name);
  }
  check(index, wanted);
  return index.privateHost ?? index.host;
}

async function find(client: Pinecone, name: string): Promise<Index | undefined> {
  try {
    return await client.indexes.describe(name);
  } catch (error) {
    if (error instanceof Error && error.name === "PineconeNotFoundError") return undefined;
    throw error;
  }
}

/** Another process may have made it meanwhile. */
async function make(client: Pinecone, { name, dimensions }: WantedIndex): Promise<Index | undefined> {
  const field = { type: "dense_vector", dimension: dimensions, metric: "cosine" } as const;
  const made = await client.indexes.create({
    name,
    deployment,
    schema: { fields: { [vectorField]: field } },
    suppressConflicts: true,
  });
  return made ?? undefined;
}

function check(index: Index, { name, dimensions }: WantedIndex): void {
  const field = index.schema.fields[vectorField];
  const dense = field && "type" in field && field.type === "dense_vector" ? field : undefined;
  if (dense?.dimension === dimensions && dense.metric === "cosine") return;
  const is = dense ? `holds ${dense.dimension} dimensions by ${dense.metric}` : "holds no dense vectors";
  throw new AppError(
    "VALIDATION_FAILED",
    `Pinecone's index ${name} ${is}, and the embedder needs ${dimensions} by cosine: name another index in PINECONE_INDEX (it is made if it is not there), or choose the embedder that it was made for.`,
  );
}
