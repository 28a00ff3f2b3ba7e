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
  /** Headers that operations may read; absent ones are left out. */
  headers: { ifMatch?: string; idempotencyKey?: string };
}

export interface OperationAnswer {
  body: unknown;
  headers?: Record<string, string>;
  /** Where it may differ from the operation's own. */
  status?: 200 | 201;
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
  status: 200 | 201 | 202 | 204;
  answer: z.ZodType;
  /** Takes If-Match: a record of another version is not changed. */
  versioned?: boolean;
  /** @throws AppError */
  run(context: ToolContext, input: OperationInput): Promise<OperationAnswer>;
}
