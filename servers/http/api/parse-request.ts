import type { z } from "zod";
import { AppError, type FieldError } from "#core/errors.ts";
import { cutText } from "#tools/cut-text.ts";
import { unusableText } from "#tools/unusable-text.ts";
import type { Operation } from "./operation.ts";
import { readQuery } from "./read-query.ts";

const shown = 20;

/**
 * Checks the parts of a request against an operation's schemas.
 * @throws AppError VALIDATION_FAILED with a detail for each field that is wrong.
 */
export function parseRequest(
  { params, query, body }: Pick<Operation, "params" | "query" | "body">,
  request: { params: Record<string, unknown>; query: URLSearchParams; body: unknown },
): { params: Record<string, unknown>; query: Record<string, unknown>; body: unknown } {
  const errors: FieldError[] = [];
  const check = (schema: z.ZodType | undefined, value: unknown, prefix: string) => {
    const parsed = schema?.safeParse(value);
    if (parsed && !parsed.success)
      errors.push(...parsed.error.issues.flatMap((issue) => toErrors(issue, prefix)));
    const unusable = unusableText(value);
    if (unusable) errors.push({ field: prefix, message: unusable });
    return parsed?.data;
  };
  const parsed = {
    params: (check(params, request.params, "path") ?? {}) as Record<string, unknown>,
    query: checkQuery(),
    body: body ? check(body, request.body, "body") : undefined,
  };
  if (!body && hasContent(request.body))
    errors.push({ field: "body", message: "is not taken here: leave it out" });
  if (errors.length > 0) throw refused(errors);
  return parsed;

  function checkQuery(): Record<string, unknown> {
    if (query)
      return (check(query, readQuery(query, request.query), "query") ?? {}) as Record<string, unknown>;
    for (const name of request.query.keys())
      errors.push({ field: cutText(name, 60), message: "is not known here" });
    return {};
  }
}

function hasContent(body: unknown): boolean {
  return body !== undefined && body !== null && JSON.stringify(body) !== "{}";
}

function toErrors(issue: z.core.$ZodIssue, prefix: string): FieldError[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      field: cutText([...path, key].join("."), 100),
      message: "is not known here: leave it out",
    }));
  }
  return [{ field: cutText(path.join(".") || prefix, 100), message: cutText(issue.message, 200) }];
}

function refused(errors: readonly FieldError[]): AppError {
  const [first] = errors;
  const more = errors.length > 1 ? `; and ${errors.length - 1} more, see details` : "";
  return new AppError(
    "VALIDATION_FAILED",
    `The request cannot be used. ${first?.field}: ${first?.message}${more}.`,
    {
      details: errors.slice(0, shown),
    },
  );
}
