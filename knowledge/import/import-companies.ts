import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { type CompanyDraft, saveCompanies } from "../crm/save-companies.ts";
import type { Database } from "../db/database.ts";
import { type Group, inBatches } from "./batches.ts";
import { type CompanyField, companyColumns, companyFields } from "./company-columns.ts";
import { companyReader } from "./company-drafts.ts";
import { encodingWarnings } from "./contact-warnings.ts";
import { type CsvOptions, type CsvTable, openCsv } from "./csv-table.ts";
import type { DateOrder } from "./date-cells.ts";
import { fieldTypes } from "./import-record.ts";
import type { ImportOptions, ImportSummary } from "./import-summary.ts";
import { describeColumns, freeFields } from "./mapping.ts";
import { profileTable } from "./profile-table.ts";
import { repeatFinder, repeatJudge } from "./repeats.ts";
import {
  addRecognised,
  type Entity,
  explicitRoles,
  type RoleColumn,
  type RoleOptions,
  withRoles,
} from "./roles.ts";
import { type ImportRun, type PreparedImport, runImport } from "./run-import.ts";
import type { Source } from "./source.ts";
import { typeColumns } from "./type-columns.ts";

export interface CompanyImportOptions extends ImportOptions, CsvOptions, RoleOptions {
  /** The column that tells companies apart; their name where absent. */
  id?: string;
  dateFormat?: DateOrder;
}

const batchSize = 1_000;
const entity: Entity<CompanyField> = { fields: companyFields, known: companyColumns, prefix: "custom." };

/**
 * Imports companies from a CSV file, and links the contacts that name them. Importing the same file again changes nothing.
 * @throws AppError VALIDATION_FAILED when the file or the options cannot be used (a bad row only counts as skipped),
 * CANCELLED when the signal is aborted.
 */
export async function importCompanies(
  db: Database,
  principal: Principal,
  source: Source,
  options: CompanyImportOptions = {},
): Promise<ImportSummary> {
  return runImport(db, principal, { kind: "companies", source, options, prepare: prepareCompanies });
}

async function prepareCompanies(run: ImportRun<CompanyImportOptions>): Promise<PreparedImport> {
  const { db, principal, options, source, progress } = run;
  const table = await openCsv(source, options);
  const profile = await profileTable(table, { onBatch: progress.rows, signal: options.signal });
  const earlier = await db.readTenant(principal.tenant.id, (tx) => fieldTypes(tx, principal, "company"));
  const hints = { dateOrder: options.dateFormat, delimiter: table.delimiter };
  const seen = typeColumns(profile.columns, hints, earlier);
  const named = [{ field: "externalId" as const, column: options.id, option: "--id" }];
  const roles = explicitRoles(table.columns, entity, { ...options, named });
  addRecognised(seen, entity, roles);
  const columns = withRoles(seen, roles);
  if (!columns.some(({ role }) => role === "name")) {
    throw new AppError(
      "VALIDATION_FAILED",
      `Which column holds the company's name? Say --map name=COLUMN. Columns: ${table.columns.join(", ")}.`,
    );
  }
  const mapping = describeColumns(columns, entity.prefix);
  const { onProgress, onError, signal, dryRun, ...settings } = options;
  return {
    encoding: table.encoding,
    delimiter: table.delimiter,
    mapping,
    warnings: encodingWarnings({ encoding: table.encoding, guessed: options.encoding === undefined }),
    settings,
    fields: { entity: "company", types: freeFields(mapping, entity.prefix) },
    store: () => storeCompanies(run, { table, columns }),
  };
}

interface CompanyFile {
  table: CsvTable;
  columns: readonly RoleColumn<CompanyField>[];
}

async function storeCompanies(run: ImportRun<CompanyImportOptions>, file: CompanyFile): Promise<void> {
  const { db, principal, options, tally } = run;
  await inBatches(goodDrafts(run, file), {
    size: batchSize,
    signal: options.signal,
    save: async (drafts) => {
      tally.add(
        await db.withTenant(
          principal.tenant.id,
          (tx) => saveCompanies(tx, principal, { drafts, dryRun: options.dryRun }),
          { idempotent: true },
        ),
      );
    },
  });
}

async function* goodDrafts(
  { tally, progress }: ImportRun<CompanyImportOptions>,
  { table, columns }: CompanyFile,
): AsyncGenerator<Group<CompanyDraft>> {
  const read = companyReader(columns);
  const repeats = await watchKeys(table, read);
  const judge = repeatJudge((key) => repeats.has(key));
  for await (const { rows, bad, bytes } of table.rows()) {
    for (const row of bad) tally.bad(row);
    const drafts: CompanyDraft[] = [];
    for (const row of rows) {
      const draft = read(row);
      const place =
        "reason" in draft ? draft : judge({ key: keyOf(draft), hash: draft.hash, line: draft.line });
      if (place === "same") tally.add({ unchanged: 1 });
      else if (place !== "first") tally.bad(place);
      else if (!("reason" in draft)) drafts.push(draft);
    }
    progress.rows(rows.length + bad.length);
    yield { items: drafts, bytes };
  }
}

const keyOf = ({ externalId, name }: CompanyDraft) => externalId ?? name.toLowerCase();

async function watchKeys(
  table: CsvTable,
  read: ReturnType<typeof companyReader>,
): Promise<ReadonlySet<string>> {
  const repeats = repeatFinder();
  for await (const { rows } of table.rows()) {
    for (const row of rows) {
      const draft = read(row);
      if (!("reason" in draft)) repeats.add(keyOf(draft));
    }
  }
  return repeats.candidates;
}
