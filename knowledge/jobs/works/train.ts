import { trainIfDue } from "../../scoring/lifecycle/train-if-due.ts";
import type { JobWork } from "../run-job.ts";

/** Trains the workspace if that is due. */
export const trainWork: JobWork = async (db, principal, { progress }) => {
  progress.report(0);
  const { retraining, trained } = await trainIfDue(db, principal, { signal: progress.signal });
  return {
    due: retraining.due,
    version: trained?.version ?? null,
    published: trained?.published ?? false,
    scored: trained?.scored ?? 0,
  };
};
