import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../../db/database.ts";
import { importArticles } from "../../import/import-articles.ts";
import { importCompanies } from "../../import/import-companies.ts";
import { importContacts } from "../../import/import-contacts.ts";
import { importConversations } from "../../import/import-conversations.ts";
import { importInteractions } from "../../import/import-interactions.ts";
import type { ImportOptions, ImportProgress, ImportSummary } from "../../import/import-summary.ts";
import type { Source } from "../../import/source.ts";
import { type ImportJobInput, importJobInput } from "../import-job-input.ts";
import { jobFileSource } from "../job-files.ts";
import type { JobWork } from "../run-job.ts";

type Import = (
  db: Database,
  principal: Principal,
  source: Source,
  options: ImportOptions,
) => Promise<ImportSummary>;

const imports: Record<ImportJobInput["kind"], Import> = {
  contacts: importContacts,
  companies: importCompanies,
  interactions: importInteractions,
  conversations: importConversations,
  articles: importArticles,
};

/** Imports the job's file. It is read twice: its progress counts the bytes of both. */
export const importWork: JobWork = async (db, principal, { job, progress }) => {
  const read = importJobInput.safeParse(job.input);
  if (!read.success) throw new AppError("VALIDATION_FAILED", "The settings of this import cannot be used.");
  const { kind, fileName, size, settings } = read.data;
  const source = jobFileSource(db, { principal, jobId: job.id }, { name: fileName, size });
  const onProgress = ({ phase, bytes }: ImportProgress) =>
    progress.report(phase === "reading" ? bytes : size + bytes, 2 * size);
  progress.report(0, 2 * size);
  const summary = await imports[kind](db, principal, source, {
    ...settings,
    onProgress,
    signal: progress.signal,
  });
  return { ...summary };
};
