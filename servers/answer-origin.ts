/** Whether a tool's answer was made for this call or had been kept: beside the answer, whose fields are a contract. */
export type AnswerOrigin = "HIT" | "MISS";

const origins = new WeakMap<object, AnswerOrigin>();

/** Notes where an answer is from. */
export function noteOrigin(answer: unknown, origin: AnswerOrigin): void {
  if (typeof answer === "object" && answer !== null) origins.set(answer, origin);
}

/** Where an answer is from; undefined where answers are never kept. */
export function originOf(answer: unknown): AnswerOrigin | undefined {
  return typeof answer === "object" && answer !== null ? origins.get(answer) : undefined;
}
