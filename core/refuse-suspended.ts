import { AppError } from "./errors.ts";

/** Refuses whoever comes to a workspace that is suspended. @throws AppError FORBIDDEN */
export function refuseSuspended<T extends { name: string; suspendedAt?: Date | null }>(workspace: T): T {
  if (!workspace.suspendedAt) return workspace;
  throw new AppError(
    "FORBIDDEN",
    `The workspace ${workspace.name} is suspended. Whoever operates this service resumes it: rapport tenants resume ${workspace.name}.`,
  );
}
