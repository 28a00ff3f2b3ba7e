import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { type InteractionDraft, saveInteractions } from "../crm/save-interactions.ts";
import type { Database } from "../db/database.ts";
import { type Group, inBatches } from "./batches.ts";
import { chooseColumn } from "./choose-column.ts";
import { encodingWarnings } from "./contact-warnings.ts";
import { type CsvOptions, type CsvTable, openCsv } from "./csv-table.ts";
import type { DateOrder } from "./date-cells.ts";
import { fieldTypes } from "./import-record.ts";
import type { ImportOptions, ImportSummary } from "./import-summary.ts";
import { type InteractionField, interactionColumns, interactionFields } from "./interaction-columns.ts";
import { type InteractionPlan, interactionReader, type RowNames, rowNames } from "./interaction-drafts.ts";
import type { SeenColumn } from "./known-columns.ts";
import { describeColumns, freeFields } from "./mapping.ts";
import { profileTable } from "./profile-table.ts";
import { repeatJudge } from "./repeats.ts";
import { addRecognised, type Entity, explicitRoles, type RoleOptions, withRoles } from "./roles.ts";
import { type ImportRun, type PreparedImport, runImport } from "./run-import.ts";
import type { Source } from "./source.ts";
import { typeColumns } from "./type-columns.ts";

/** The columns of an interaction by field, each optional once it is recognised by name; and how to treat the rest. */
export interface InteractionImportOptions
  extends ImportOptions,
    CsvOptions,
    RoleOptions,
    Partial<Record<InteractionField, string>> {
  dateFormat?: DateOrder;
  /** Put before the id of every row, for files that number their rows alike. */
  idPrefix?: string;
  /** The prefix that the contacts were imported with. */
  contactPrefix?: string;
  /** Makes contacts that are unknown instead of refusing their rows. */
  createContacts?: boolean;
}

const batchSize = 5_000;
const entity: Entity<InteractionField> = {
  fields: interactionFields,
  known: interactionColumns,
  prefix: "metadata.",
};

/**
 * Imports interactions (an event log, a list of activities) from a CSV file. A row without an id is known by its
 * content and its place among equal rows, so that importing the file again changes nothing.
 * @throws AppError VALIDATION_FAILED when the file or the options cannot be used (a bad row only counts as skipped),
 * CANCELLED when the signal is aborted.
 */
export async function importInteractions(
  db: Database,
  principal: Principal,
  source: Source,
  options: InteractionImportOptions = {},
): Promise<ImportSummary> {
  return runImport(db, principal, { kind: "interactions", source, options, prepare: prepareInteractions });
}

async function prepareInteractions(run: ImportRun<InteractionImportOptions>): Promise<PreparedImport> {
  const { db, principal, options, source, progress } = run;
  const table = await openCsv(source, options);
  const id = options.id ?? options.map?.id;
  const names = rowNames(
    table.columns,
    id === undefined ? undefined : chooseColumn(table.columns, id, "--id"),
    [options.idPrefix ?? "", options.contactPrefix ?? ""],
  );
  const profile = await profileTable(table, {
    onRow: names.watch,
    onBatch: progress.rows,
    signal: options.signal,
  });
  const earlier = await db.readTenant(principal.tenant.id, (tx) => fieldTypes(tx, principal, "interaction"));
  const hints = { dateOrder: options.dateFormat, delimiter: table.delimiter };
  const plan = planInteractions(typeColumns(profile.columns, hints, earlier), table, options);
  const mapping = describeColumns(plan.columns, entity.prefix);
  const { onProgress, onError, signal, dryRun, ...settings } = options;
  return {
    encoding: table.encoding,
    delimiter: table.delimiter,
    mapping,
    warnings: encodingWarnings({ encoding: table.encoding, guessed: options.encoding === undefined }),
    settings,
    fields: { entity: "interaction", types: freeFields(mapping, entity.prefix) },
    store: () => storeInteractions(run, { table, plan, names }),
  };
}

function planInteractions(
  seen: readonly SeenColumn[],
  table: CsvTable,
  options: InteractionImportOptions,
): InteractionPlan {
  const named = interactionFields.map((field) => ({ field, column: options[field], option: `--${field}` }));
  const roles = explicitRoles(table.columns, entity, { ...options, named });
  addRecognised(seen, entity, roles);
  const columns = withRoles(seen, roles);
  for (const field of ["contact", "at"] as const) {
    if (columns.some(({ role }) => role === field)) continue;
    const what = field === "contact" ? "the contact's id or email" : "the date and time";
    throw new AppError(
      "VALIDATION_FAILED",
      `Which column holds ${what}? Say --${field} COLUMN. Columns: ${table.columns.join(", ")}.`,
    );
  }
  const at = columns.find(({ role }) => role === "at");
  if (at && at.profile.eitherFirst > 0 && at.type.type !== "date") {
    throw new AppError(
      "VALIDATION_FAILED",
      `The dates of ${at.profile.name} can be read two ways (is 3/4 in March or in April?). Say --date-format dmy or mdy.`,
    );
  }
  return {
    columns,
    idPrefix: options.idPrefix ?? "",
    contactPrefix: options.contactPrefix ?? "",
    dateOrder: at?.type.order ?? options.dateFormat,
    hasId: columns.some(({ role }) => role === "id"),
  };
}

interface InteractionFile {
  table: CsvTable;
  plan: InteractionPlan;
  names: RowNames;
}

async function storeInteractions(
  run: ImportRun<InteractionImportOptions>,
  file: InteractionFile,
): Promise<void> {
  const { db, principal, options, origin, tally } = run;
  await inBatches(goodDrafts(run, file), {
    size: batchSize,
    signal: options.signal,
    save: async (drafts) => {
      const { createContacts, dryRun } = options;
      const result = await db.withTenant(
        principal.tenant.id,
        (tx) => saveInteractions(tx, principal, { drafts, source: origin, createContacts, dryRun }),
        { idempotent: true },
      );
      for (const bad of result.bad) tally.bad(bad);
      tally.add(result);
    },
  });
}

async function* goodDrafts(
  { tally, progress }: ImportRun<InteractionImportOptions>,
  { table, plan, names }: InteractionFile,
): AsyncGenerator<Group<InteractionDraft>> {
  const read = interactionReader(plan, names.nameOf);
  const judge = repeatJudge(names.mayRepeat);
  for await (const { rows, bad, bytes } of table.rows()) {
    for (const row of bad) tally.bad(row);
    const drafts: InteractionDraft[] = [];
    for (const row of rows) {
      const draft = read(row);
      const place =
        "reason" in draft ? draft : judge({ key: draft.shownId, hash: draft.hash, line: draft.line });
      if (place === "same") tally.add({ unchanged: 1 });
      else if (place !== "first") tally.bad(place);
      else if (!("reason" in draft)) drafts.push(draft);
    }
    progress.rows(rows.length + bad.length);
    yield { items: drafts, bytes };
  }
}
