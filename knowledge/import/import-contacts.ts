import type { Principal } from "#core/principal.ts";
import { type ContactDraft, saveContacts } from "../crm/save-contacts.ts";
import type { Database } from "../db/database.ts";
import { inBatches } from "./batches.ts";
import { contactReader } from "./contact-drafts.ts";
import { type ContactImportOptions, type ContactPlan, planContacts } from "./contact-plan.ts";
import { contactWarnings } from "./contact-warnings.ts";
import type { BadRow } from "./csv-records.ts";
import { type CsvTable, openCsv } from "./csv-table.ts";
import { duplicates, type IdentityRepeats, watchRepeats } from "./duplicates.ts";
import { fieldTypes, finishImport, otherNumberedFile, saveFieldTypes, startImport } from "./import-record.ts";
import { type ImportSummary, newTally, type Tally } from "./import-summary.ts";
import { describeMapping } from "./mapping.ts";
import { profileTable } from "./profile-table.ts";
import { progressOf } from "./progress.ts";
import { counted, type Source } from "./source.ts";
import { typeColumns } from "./type-columns.ts";

const batchSize = 2_000;

/**
 * Imports the contacts of a CSV file: once to see what its columns hold, once to store its rows, batch by batch in
 * transactions. Importing the same file again changes nothing, and completes an import that was interrupted.
 * @throws AppError VALIDATION_FAILED when the file or the options cannot be used; a bad row only counts as skipped.
 */
export async function importContacts(
  db: Database,
  principal: Principal,
  source: Source,
  options: ContactImportOptions = {},
): Promise<ImportSummary> {
  const started = performance.now();
  const progress = progressOf(source, options.onProgress);
  const table = await openCsv(counted(source, progress.bytes), options);
  const { plan, repeats, earlier } = await plannedContacts({ db, principal, source, options, table, progress });
  const tally = newTally(options.onError);
  const run = { db, principal, options, plan, tally, source: `import:${source.name}` };
  const dryRun = options.dryRun ?? false;
  const record = dryRun ? undefined : await startImport(db, principal, { kind: "contacts", file: source.name, settings: settings(options, plan) });
  progress.phase("importing");
  await storeRows(run, goodDrafts({ table, plan, tally, repeats, progress }));
  const summary: ImportSummary = {
    kind: "contacts",
    file: source.name,
    dryRun,
    ...tally.counts,
    contactsCreated: 0,
    errors: tally.errors,
    errorCount: tally.counts.skipped,
    warnings: [...plan.warnings, ...contactWarnings(plan, { table, earlier, source, guessed: options.encoding === undefined })],
    mapping: describeMapping(plan.columns),
    seconds: (performance.now() - started) / 1000,
    encoding: table.encoding,
    delimiter: table.delimiter,
  };
  if (record !== undefined) {
    await saveFieldTypes(db, principal, "contact", customTypes(plan));
    await finishImport(db, principal, record, { ...tally.counts, warnings: summary.warnings.length });
  }
  return { ...summary, seconds: (performance.now() - started) / 1000 };
}
