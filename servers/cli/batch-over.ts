import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Rapport } from "../compose/compose.ts";
import { indexAll } from "./index-all.ts";
import { count } from "./output.ts";
import { startProgress } from "./progress.ts";
import { answerQueries, type Query } from "./query-lines.ts";
import { onDisk } from "./standard-input.ts";
import { withRapport } from "./with-rapport.ts";

/** What every command takes that answers a file of queries. */
export interface BatchOptions {
  workspace?: string;
  /** Path of a JSON Lines file, or - for standard input. */
  queries?: string;
}

interface Batch {
  rapport: Rapport;
  principal: Principal;
  signal: AbortSignal;
}

/** Answers the queries of a file, a line each, after making everything searchable that waits: all of them search the same texts. */
export async function batchOver(
  { text, options: { queries, workspace } }: { text: string | undefined; options: BatchOptions },
  prepare: (batch: Batch) => (query: Query) => Promise<object>,
): Promise<void> {
  if (text !== undefined || queries === undefined)
    throw new AppError("VALIDATION_FAILED", "Give either one text or --queries with a file, not both.");
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(workspace)();
    const progress = startProgress("Reading");
    const { path, remove } = await onDisk(queries);
    try {
      await indexAll(rapport, principal, { signal, progress });
      await answerQueries({
        rapport,
        principal,
        signal,
        file: path,
        answer: prepare({ rapport, principal, signal }),
        onAnswered: (answered) => progress.update(`Answered ${count(answered)} queries`),
      });
    } finally {
      progress.stop();
      await remove();
    }
  });
}
