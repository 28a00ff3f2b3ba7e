import { createHash } from "node:crypto";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { AnswerOnce } from "#tools/answer-once.ts";
import type { Operation, OperationAnswer, OperationInput } from "./operation.ts";

interface Write {
  operation: Operation;
  principal: Principal;
  input: OperationInput;
  answerOnce: AnswerOnce;
  run(): Promise<OperationAnswer>;
}

const longest = 200;

/**
 * Carries out a write, once for each Idempotency-Key: sent again, it is answered as before with Idempotency-Replayed.
 * @throws AppError IDEMPOTENCY_KEY_REUSED for another request with the key, CONFLICT while the first is under way.
 */
export async function answerWrite({
  operation,
  principal,
  input,
  answerOnce,
  run,
}: Write): Promise<OperationAnswer> {
  const key = input.headers.idempotencyKey;
  if (key === undefined) return run();
  if (!/^[\x21-\x7e]+$/.test(key) || key.length > longest) {
    throw new AppError(
      "VALIDATION_FAILED",
      `Idempotency-Key takes 1 to ${longest} printable characters without blanks, such as a UUID.`,
      { details: [{ field: "Idempotency-Key", message: `must have 1 to ${longest} printable characters` }] },
    );
  }
  const { params, query, body } = input;
  const requestHash = createHash("sha256")
    .update(JSON.stringify([operation.id, params, query, body ?? null, input.headers.ifMatch ?? null]))
    .digest("hex");
  const { answer, replayed } = await answerOnce(principal, {
    request: { key, requestHash },
    isAtomic: operation.atomic ?? false,
    run: async () => {
      const { status = operation.status, body: made = null, headers = {} } = await run();
      return { status, body: made, headers };
    },
    toKeep: (made) => ({ ...made, body: withoutSecrets(made.body, operation.shownOnce ?? []) }),
  });
  return {
    body: answer.body,
    headers: { ...answer.headers, ...(replayed ? { "Idempotency-Replayed": "true" } : {}) },
    ...(answer.status === 200 || answer.status === 201 ? { status: answer.status } : {}),
  };
}

/** What is shown once is null when the answer is given again. */
function withoutSecrets(body: unknown, names: readonly string[]): unknown {
  if (names.length === 0 || typeof body !== "object" || body === null) return body;
  return { ...body, ...Object.fromEntries(names.map((name) => [name, null])) };
}
