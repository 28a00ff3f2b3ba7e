import { randomUUID } from "node:crypto";
import { AppError } from "#core/errors.ts";
import { checkWorkspaceName } from "../crm/workspaces.ts";
import type { Database } from "../db/database.ts";
import { importSampleFiles } from "../sample/import-sample.ts";
import { sampleFiles } from "../sample/sample-workspace.ts";
import { getTenant, type Tenant } from "./tenant.ts";

const seed = 7;

/** Makes a workspace. @throws AppError CONFLICT when there is one of that name, VALIDATION_FAILED for a name that none can have. */
export async function createTenant(
  db: Database,
  name: string,
  { isSandbox = false }: { isSandbox?: boolean } = {},
): Promise<Tenant> {
  checkWorkspaceName(name);
  const { rowCount } = await db.withSystem((tx) =>
    tx.query("insert into tenants (id, name, is_sandbox) values ($1, $2, $3) on conflict (name) do nothing", [
      randomUUID(),
      name,
      isSandbox,
    ]),
  );
  if (rowCount === 1) return getTenant(db, name);
  throw new AppError("CONFLICT", `There is a workspace ${name} already. Choose another name.`);
}

/** Fills a sandbox with the made-up agency's records, which are dated relative to the day when it was made. */
export async function fillSandbox(
  db: Database,
  { id, name, createdAt }: Tenant,
  { user, signal, onProgress }: { user: string; signal?: AbortSignal; onProgress?: (text: string) => void },
): Promise<void> {
  const principal = { tenant: { id, name }, user, roles: ["ADMIN" as const] };
  await importSampleFiles(db, principal, {
    files: sampleFiles({ seed, now: createdAt }),
    signal,
    onProgress,
  });
}
