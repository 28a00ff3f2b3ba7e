import { AppError } from "#core/errors.ts";
import type { Retrieved } from "#core/retrieval.ts";
import { excerpt } from "#tools/excerpt.ts";
import { parseInput } from "#tools/parse-input.ts";
import { type BatchOptions, batchOver } from "../batch-over.ts";
import { print } from "../output.ts";
import { sourceIds } from "../source-ids.ts";
import { withRapport } from "../with-rapport.ts";
import { type FilterOptions, toFilter, withContact } from "./search.ts";

interface AskOptions extends FilterOptions, BatchOptions {
  json?: boolean;
}

const quoteLength = 300;
const passagesRead = 10;

/** `rapport ask`: one question as the MCP tool answers it, or a file of questions. */
export async function ask(question: string | undefined, options: AskOptions): Promise<void> {
  if (options.queries !== undefined) return askBatch(question, options);
  if (question === undefined)
    throw new AppError(
      "VALIDATION_FAILED",
      "Say what you want to know, or name a file of questions with --queries.",
    );
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(options.workspace)();
    const { askConversations: tool } = rapport.tools;
    const output = await withContact(options.contact, (contact) =>
      tool.run({ principal, signal }, parseInput(tool, { ...toFilter(options), ...contact, question })),
    );
    print(output, options, () => tool.toText(output));
  });
}

async function askBatch(question: string | undefined, options: AskOptions): Promise<void> {
  await batchOver({ text: question, options }, ({ rapport, principal, signal }) => async (query) => {
    const { id, text, history, filter } = query;
    const asked = { text, history, filter, limit: passagesRead, answer: true };
    return { id, ...answerLine(await rapport.retrieve({ principal, signal }, asked)) };
  });
}

function answerLine({ answer, abstained, confidence, passages }: Retrieved) {
  const byNo = new Map(passages.map((passage) => [passage.no, passage]));
  const cited = new Map(answer.flatMap(({ text, citations }) => citations.map((no) => [no, text] as const)));
  return {
    answer: answer.map(({ text }) => text).join(" "),
    abstained,
    confidence: Number(confidence.toFixed(4)),
    citations: [...cited].flatMap(([no, sentence]) => {
      const passage = byNo.get(no);
      return passage ? [{ ...sourceIds(passage), quote: excerpt(passage.text, sentence, quoteLength) }] : [];
    }),
  };
}
