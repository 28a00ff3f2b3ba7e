import type { Database } from "#knowledge/db/database.ts";
import { cancelJob } from "./cancel-job.ts";
import { getJob } from "./get-job.ts";
import { listImports, listJobs } from "./list-jobs.ts";
import { startImport } from "./start-import.ts";
import { startScoring } from "./start-scoring.ts";

/** Makes the verbs over background jobs. */
export const jobTools = (db: Database) => ({
  startScoring: startScoring(db),
  startImport: startImport(db),
  getJob: getJob(db),
  listJobs: listJobs(db),
  listImports: listImports(db),
  cancelJob: cancelJob(db),
});
