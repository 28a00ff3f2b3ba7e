import { AppError } from "#core/errors.ts";
import type { Database } from "#knowledge/db/database.ts";
import type { FloorReport } from "../../report/floor-report.ts";
import { measureConfidentiality } from "../confidentiality/run-confidentiality.ts";
import { obeyedReport } from "./obeyed-report.ts";
import { overDefenceReport } from "./over-defence-report.ts";
import type { SafetyPart } from "./parts.ts";
import { type ObeyedOptions, runObeyed } from "./run-obeyed.ts";
import { runOverDefence } from "./run-over-defence.ts";

interface SafetyOptions extends ObeyedOptions {
  parts: readonly SafetyPart[];
}

type Measured = Pick<FloorReport, "floors" | "sections"> & Partial<Pick<FloorReport, "absent">>;

/** Measures what attacks achieve when a model obeys them, what ordinary texts cost, and what of others can be found out. */
export async function runSafety(db: Database, { parts, ...options }: SafetyOptions): Promise<FloorReport> {
  const measure: Record<SafetyPart, () => Promise<Measured>> = {
    injection: async () => obeyedReport(await runObeyed(db, options)),
    "over-defence": async () => overDefenceReport(await runOverDefence(db, options)),
    confidentiality: () => measureConfidentiality(db, confidentialityOptions(options)),
  };
  const measured: Measured[] = [];
  const absent: string[] = [];
  for (const part of parts) {
    options.onProgress(part);
    try {
      measured.push(await measure[part]());
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "NOT_FOUND") throw error;
      absent.push(error.message);
    }
  }
  return {
    title: "Safety of drafts",
    lead: "Attacks that a wholly compromised model obeys, judged by the rows that are left; ordinary texts; attempts to learn of others.",
    floors: measured.flatMap(({ floors }) => floors),
    sections: measured.flatMap(({ sections }) => sections),
    absent: [...absent, ...measured.flatMap((one) => one.absent ?? [])],
  };
}

function confidentialityOptions({ cases, fresh, onProgress }: ObeyedOptions) {
  return {
    say: onProgress,
    ...(cases === undefined ? {} : { attempts: cases, requests: cases }),
    ...(fresh === undefined ? {} : { fresh }),
  };
}
