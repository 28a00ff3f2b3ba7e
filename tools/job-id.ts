import { z } from "zod";
import { authorize } from "#core/access.ts";
import type { Permission } from "#core/permission.ts";
import type { Principal } from "#core/principal.ts";

export const jobId = z.uuid("give the job's id, as it was answered").describe("The job's id.");

/** Who is confined to their own records sees and calls off only the jobs that they asked for. */
export function ownJobsOnly(principal: Principal, permission: Permission): string | undefined {
  return authorize(principal, permission) === "own" ? principal.user : undefined;
}
