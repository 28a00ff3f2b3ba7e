import type { FieldType } from "#core/domain/contact.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../db/database.ts";
import { analyzeTables, finishImport, saveFieldTypes, startImport } from "./import-record.ts";
import {
  type ColumnMapping,
  type ImportKind,
  type ImportOptions,
  type ImportSummary,
  newTally,
  type Tally,
} from "./import-summary.ts";
import { type Progress, progressOf } from "./progress.ts";
import type { Source } from "./source.ts";

/** What stays the same throughout one import. */
export interface ImportRun<Options extends ImportOptions = ImportOptions> {
  db: Database;
  principal: Principal;
  options: Options;
  /** Counts its bytes as it is read. */
  source: Source;
  /** How the history names where values come from. */
  origin: string;
  tally: Tally;
  progress: Progress;
}

/** A file that has been read once: what it holds, and how to store it. */
export interface PreparedImport {
  encoding: string;
  delimiter?: string;
  mapping: ColumnMapping[];
  warnings: string[];
  /** What the record of the import keeps of the options. */
  settings: Record<string, unknown>;
  /** Types of the custom fields, to be kept for the next import. */
  fields?: { entity: string; types: ReadonlyMap<string, FieldType> };
  store: () => Promise<void>;
}

export interface ImportTask<Options extends ImportOptions> {
  kind: ImportKind;
  source: Source;
  options: Options;
  prepare: (run: ImportRun<Options>) => Promise<PreparedImport>;
}

/** From here on the planner of queries would be misled by what it knew before. */
const manyRows = 100;

/** Carries out an import between its record and its summary. A dry run leaves no record. */
export async function runImport<Options extends ImportOptions>(
  db: Database,
  principal: Principal,
  { kind, source, options, prepare }: ImportTask<Options>,
): Promise<ImportSummary> {
  const started = performance.now();
  const progress = progressOf(source, options.onProgress);
  const tally = newTally(options.onError);
  const origin = `import:${source.name}`;
  const prepared = await prepare({
    db,
    principal,
    options,
    source: progress.source,
    origin,
    tally,
    progress,
  });
  const { settings, fields, store } = prepared;
  const dryRun = options.dryRun ?? false;
  const id = dryRun ? undefined : await startImport(db, principal, { kind, file: source.name, settings });
  options.onMapping?.(prepared.mapping);
  progress.phase("importing");
  await store();
  if (id !== undefined) {
    if (fields) await saveFieldTypes(db, principal, fields.entity, fields.types);
    await finishImport(db, principal, id, tally.counts);
    if (tally.counts.imported + tally.counts.updated >= manyRows) await analyzeTables(db);
  }
  progress.done();
  return {
    kind,
    file: source.name,
    dryRun,
    ...tally.counts,
    errors: tally.errors,
    errorCount: tally.counts.skipped,
    warnings: prepared.warnings,
    mapping: prepared.mapping,
    seconds: (performance.now() - started) / 1000,
    encoding: prepared.encoding,
    delimiter: prepared.delimiter,
  };
}
