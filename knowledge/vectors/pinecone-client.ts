import type { Index, Pinecone } from "@pinecone-database/pinecone";
import { pineconeError } from "./pinecone-errors.ts";
import { type Patience, patientFetch, type Sequence } from "./pinecone-fetch.ts";
import { hostOfIndex } from "./pinecone-index.ts";
import type { VectorSpace } from "./vector-store.ts";

export interface PineconeOptions {
  apiKey: string;
  /** The index's name; one index holds vectors of one dimension. */
  index: string;
  /** Stands in for https://api.pinecone.io. */
  baseUrl?: string;
  /** Milliseconds: the first pause before trying again, and between two looks at what takes time. */
  pauseMs?: number;
}

export interface Call {
  space: VectorSpace;
  signal?: AbortSignal;
  /** True for a search, which somebody waits for: it gives up early. */
  hurry?: boolean;
  onSequence?: (sequence: Sequence) => void;
}

/** Runs work on the namespace of a space, in its index, which is made on first use. @throws AppError */
export type OnNamespace = <T>(call: Call, work: (namespace: Index) => Promise<T>) => Promise<T>;

/** Makes the way to one index. Pinecone's package is loaded with the first call. */
export function openPinecone({ apiKey, index, baseUrl, pauseMs = 500 }: PineconeOptions): OnNamespace {
  const hosts = new Map<number, string>();
  const clientFor = async ({ signal, hurry, onSequence }: Call): Promise<Pinecone> => {
    const { Pinecone } = await import("@pinecone-database/pinecone");
    const patience: Patience = hurry
      ? { attempts: 2, timeoutMs: 5_000, pauseMs: pauseMs / 5 }
      : { attempts: 7, timeoutMs: 30_000, pauseMs };
    return new Pinecone({
      apiKey,
      maxRetries: 0,
      fetchApi: patientFetch(patience, signal, onSequence),
      ...(baseUrl ? { controllerHostUrl: baseUrl } : {}),
    });
  };
  return async (call, work) => {
    const { space, signal } = call;
    const { dimensions } = space;
    try {
      const client = await clientFor(call);
      const host =
        hosts.get(dimensions) ??
        (await hostOfIndex(client, { name: index, dimensions, signal, pollMs: pauseMs * 2 }));
      hosts.set(dimensions, host);
      return await work(client.index({ host, namespace: namespaceOf(space) }));
    } catch (error) {
      // An index that was deleted and made anew answers elsewhere.
      hosts.delete(dimensions);
      throw pineconeError(error, index, signal);
    }
  };
}

/** Tenants are apart because no query names another's namespace; embedders are apart as their vectors cannot be compared. */
function namespaceOf({ tenantId, embedder }: VectorSpace): string {
  return `${tenantId}:${embedder}`;
}
