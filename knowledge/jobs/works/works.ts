import type { JobWorks } from "../run-job.ts";
import { importWork } from "./import.ts";
import { scoreWork } from "./score.ts";
import { trainWork } from "./train.ts";

/** What each kind of background job does. */
export const jobWorks: JobWorks = { score: scoreWork, import: importWork, train: trainWork };
