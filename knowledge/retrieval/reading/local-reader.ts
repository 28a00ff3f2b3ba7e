import type { Read, Reader } from "#core/reader.ts";
import { quoteAnswer } from "./answer.ts";
import { gradePassages } from "./grade.ts";
import { rewrite } from "./rewrite.ts";
import { understand } from "./understand.ts";

/** Reads by statistics of words and answers in quotations: no model, no network, the same answer each time. */
export const localReader: Reader = {
  engine: "local",
  understand: async (call) => local(understand(call)),
  grade: async (call) => local(gradePassages(call)),
  rewrite: async (call) => local(rewrite(call)),
  answer: async (call) => local(quoteAnswer(call)),
};

function local<T>(value: T): Read<T> {
  return { value, engine: "local" };
}
