import type { ApiTools } from "../api-tools.ts";
import type { Operation } from "../operation.ts";
import { toolOperation } from "../tool-operation.ts";

const tags = ["jobs"];
/** Asking for work is a row; the work itself waits for a worker. */
const atomic = true;

/** Long work, asked for and watched. */
export function jobOperations(tools: ApiTools): Operation[] {
  const Location = ({ id }: { id: string }) => ({ Location: `/api/v1/jobs/${id}` });
  return [
    toolOperation(tools.startScoring, {
      method: "post",
      path: "/scoring-jobs",
      tags,
      atomic,
      status: 202,
      headers: Location,
    }),
    toolOperation(tools.listJobs, { method: "get", path: "/jobs", tags }),
    toolOperation(tools.getJob, { method: "get", path: "/jobs/{id}", tags }),
    toolOperation(tools.cancelJob, { method: "delete", path: "/jobs/{id}", tags, atomic, status: 204 }),
  ];
}
