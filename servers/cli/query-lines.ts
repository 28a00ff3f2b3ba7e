import { z } from "zod";
import type { PassageFilter } from "#core/domain/passage.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { ownOnly } from "#tools/passage-filter-input.ts";
import type { Rapport } from "../compose/compose.ts";
import { firstFound } from "./one-contact.ts";
import { writeOut } from "./output.ts";

const name = z.union([z.string().trim().min(1).max(1_000), z.number().transform(String)]);
const text = z.string().max(50_000);

/** One line of a file of queries. */
const queryLine = z.object({
  id: z.union([z.string(), z.number()]),
  text: text.refine((words) => words.trim() !== "", "is blank"),
  /** Id, email or name. */
  contact: name.nullish(),
  /** The id that the conversation was imported with, or ours. */
  conversation: name.nullish(),
  /** What was said before, oldest first. */
  history: z.array(text).max(1_000).nullish(),
});

/** A query as it is searched for. */
export interface Query {
  id: string | number;
  text: string;
  history?: string[];
  filter: PassageFilter;
}

export interface QueryRun {
  rapport: Rapport;
  principal: Principal;
  signal: AbortSignal;
  /** Path of a JSON Lines file, or - for standard input. */
  file: string;
  /** What to write for a query, as one JSON line. */
  answer(query: Query): Promise<object>;
  onAnswered?(answered: number): void;
}

/**
 * Answers a file of queries, a JSON line each, in their order. A line that cannot be answered is told on stderr with its number, the others
 * go on, and the exit status becomes 3.
 */
export async function answerQueries(run: QueryRun): Promise<void> {
  const { rapport, file, signal } = run;
  let answered = 0;
  for await (const { values, bad } of rapport.operations.jsonLines(file)) {
    for (const { line, reason } of bad) tellBad(line, reason);
    for (const { line, value } of values) {
      signal.throwIfAborted();
      if (await answerLine(run, { line, value })) run.onAnswered?.(++answered);
    }
  }
}

async function answerLine(
  run: QueryRun,
  { line, value }: { line: number; value: unknown },
): Promise<boolean> {
  try {
    const query = await toQuery(run, value);
    await writeOut(`${JSON.stringify(await run.answer(query))}\n`);
    return true;
  } catch (error) {
    if (!(error instanceof AppError && lineIsToBlame.has(error.code))) throw error;
    tellBad(line, error.message);
    return false;
  }
}

const lineIsToBlame = new Set<AppError["code"]>(["VALIDATION_FAILED", "NOT_FOUND", "AMBIGUOUS"]);

function tellBad(line: number, reason: string): void {
  process.stderr.write(`line ${line}: ${reason}\n`);
  process.exitCode = 3;
}

async function toQuery({ rapport, principal }: QueryRun, value: unknown): Promise<Query> {
  const parsed = queryLine.safeParse(value);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(
      (issue) => `${issue.path.join(".") || "the line"}: ${issue.message}`,
    );
    throw new AppError(
      "VALIDATION_FAILED",
      `${wrong.join("; ")}. Write {"id", "text"} and, if wanted, "contact", "conversation", "history".`,
    );
  }
  const { id, text, contact, conversation, history } = parsed.data;
  const { contactId, conversationId } = rapport.operations;
  const contactIds = contact
    ? [
        await firstFound(contact, ({ contact_id: id, ...by }) =>
          contactId(principal, { ...by, ...(id && { id }) }),
        ),
      ]
    : undefined;
  const conversationIds = conversation ? [await conversationId(principal, conversation)] : undefined;
  return {
    id,
    text,
    ...(history && { history }),
    filter: { contactIds, conversationIds, ...ownOnly(principal) },
  };
}
