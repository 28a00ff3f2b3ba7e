import type { z } from "zod";
import type { Permission } from "#core/access.ts";
import type { Effect, ToolContext } from "#core/tool.ts";

export const methods = ["get", "post", "put", "patch", "delete"] as const;
export type Method = (typeof methods)[number];

/** What a request carries, each part checked by its schema. */
export interface OperationInput {
  params: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
  /** The body of an operation with `rawBody`, as it arrives. */
  file?: AsyncIterable<Uint8Array>;
  /** Headers that operations may read; absent ones are left out. */
  headers: { ifMatch?: string; idempotencyKey?: string };
}

export interface OperationAnswer {
  body: unknown;
  headers?: Record<string, string>;
  /** Where it may differ from the operation's own. */
  status?: 200 | 201;
}

/** A body that is taken as it is. */
export interface RawBody {
  /** Media types. */
  types: readonly string[];
  /** Bytes at most. */
  limit: number;
}

/** One verb of the REST API: routes, the OpenAPI document and the contract test are derived from it. */
export interface Operation {
  /** camelCase. */
  id: string;
  method: Method;
  /** Below /api/v1, such as "/contacts/{id}". */
  path: string;
  summary: string;
  description?: string;
  tags: readonly string[];
  permission: Permission;
  effect: Effect;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Instead of `body`: no JSON, but a file. */
  rawBody?: RawBody;
  status: 200 | 201 | 202 | 204;
  answer: z.ZodType;
  /** Headers that its answers carry, beside those of every answer. */
  answerHeaders?: readonly ("ETag" | "Location")[];
  /** Takes If-Match: a record of another version is not changed. */
  versioned?: boolean;
  /** A write that waits for nothing but the database: with an Idempotency-Key, key, effect and answer are saved in one transaction. */
  atomic?: boolean;
  /** Fields of the answer that are shown once: never stored, and null when it is given again for its Idempotency-Key. */
  shownOnce?: readonly string[];
  /** @throws AppError */
  run(context: ToolContext, input: OperationInput): Promise<OperationAnswer>;
}
