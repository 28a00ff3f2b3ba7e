import type { Principal } from "#core/principal.ts";
import type { ContactDraft } from "../crm/contact-draft.ts";
import { saveContacts } from "../crm/save-contacts.ts";
import type { Database } from "../db/database.ts";
import { type Group, inBatches } from "./batches.ts";
import { contactReader } from "./contact-drafts.ts";
import { type ContactImportOptions, type ContactPlan, planContacts } from "./contact-plan.ts";
import { type IdentityWatch, sameContact, watchIdentity } from "./contact-repeats.ts";
import { contactWarnings } from "./contact-warnings.ts";
import { type CsvTable, openCsv } from "./csv-table.ts";
import { fieldTypes, otherNumberedFile } from "./import-record.ts";
import type { ImportSummary } from "./import-summary.ts";
import { describeColumns, freeFields } from "./mapping.ts";
import { profileTable } from "./profile-table.ts";
import { type ImportRun, type PreparedImport, runImport } from "./run-import.ts";
import type { Source } from "./source.ts";
import { typeColumns } from "./type-columns.ts";

const batchSize = 2_000;

/**
 * Imports the contacts of a CSV file: reads it once to see what its columns hold, then again to store its rows, a batch
 * a transaction. Importing the same file again changes nothing, and completes an import that was interrupted.
 * @throws AppError VALIDATION_FAILED when the file or the options cannot be used (a bad row only counts as skipped),
 * CANCELLED when the signal is aborted.
 */
export async function importContacts(
  db: Database,
  principal: Principal,
  source: Source,
  options: ContactImportOptions = {},
): Promise<ImportSummary> {
  return runImport(db, principal, { kind: "contacts", source, options, prepare: prepareContacts });
}

async function prepareContacts(run: ImportRun<ContactImportOptions>): Promise<PreparedImport> {
  const { db, principal, options, source, progress } = run;
  const table = await openCsv(source, options);
  const watch = watchIdentity(table.columns, options);
  const profile = await profileTable(table, {
    onRow: watch.onRow,
    onBatch: progress.rows,
    signal: options.signal,
  });
  const known = await db.readTenant(principal.tenant.id, async (tx) => ({
    types: await fieldTypes(tx, principal, "contact"),
    numbered: await otherNumberedFile(tx, principal, { file: source.name, idPrefix: options.idPrefix ?? "" }),
  }));
  const hints = { dateOrder: options.dateFormat, delimiter: table.delimiter };
  const seen = typeColumns(profile.columns, hints, known.types);
  const plan = planContacts(seen, options, (column) => watch.isUnique(column, profile.rows));
  const mapping = describeColumns(plan.columns, "custom.");
  return {
    encoding: table.encoding,
    delimiter: table.delimiter,
    mapping,
    warnings: contactWarnings(plan, {
      file: source.name,
      rows: profile.rows,
      encoding: table.encoding,
      guessed: options.encoding === undefined,
      numberedBefore: plan.identity === "line" ? known.numbered : undefined,
    }),
    settings: settingsOf(options, plan),
    fields: { entity: "contact", types: freeFields(mapping, "custom.") },
    store: () => storeContacts(run, { table, plan, watch }),
  };
}

interface ContactFile {
  table: CsvTable;
  plan: ContactPlan;
  watch: IdentityWatch;
}

async function storeContacts(run: ImportRun<ContactImportOptions>, file: ContactFile): Promise<void> {
  const { db, principal, options, origin, tally } = run;
  await inBatches(goodDrafts(run, file), {
    size: batchSize,
    signal: options.signal,
    save: async (drafts) => {
      const result = await db.withTenant(
        principal.tenant.id,
        (tx) => saveContacts(tx, principal, { drafts, source: origin, dryRun: options.dryRun }),
        { idempotent: true },
      );
      for (const bad of result.bad) tally.bad(bad);
      tally.add(result);
    },
  });
}

async function* goodDrafts(
  { tally, progress }: ImportRun<ContactImportOptions>,
  { table, plan, watch }: ContactFile,
): AsyncGenerator<Group<ContactDraft>> {
  const read = contactReader(plan);
  const repeated = sameContact(watch, plan.idPrefix);
  for await (const { rows, bad, bytes } of table.rows()) {
    for (const row of bad) tally.bad(row);
    const drafts: ContactDraft[] = [];
    for (const row of rows) {
      const draft = read(row);
      const place = "reason" in draft ? draft : repeated(draft);
      if (place === "same") tally.add({ unchanged: 1 });
      else if (place !== "first") tally.bad(place);
      else if (!("reason" in draft)) drafts.push(draft);
    }
    progress.rows(rows.length + bad.length);
    yield { items: drafts, bytes };
  }
}

/** What the import's record keeps, so that a later one can be compared with it. */
function settingsOf(options: ContactImportOptions, plan: ContactPlan): Record<string, unknown> {
  const { onProgress, onError, signal, dryRun, ...told } = options;
  return { ...told, id: plan.identity === "line" ? "line" : options.id, identity: plan.identity };
}
