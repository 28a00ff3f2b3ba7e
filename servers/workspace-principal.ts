import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { refuseSuspended } from "#core/refuse-suspended.ts";

const namesShown = 10;

/** Milliseconds for which a workspace that was found counts as not suspended. */
const trustMs = 30_000;

interface Workspace {
  id: string;
  name: string;
  suspendedAt?: Date | null;
}

export interface WorkspaceDirectory {
  find(name: string): Promise<Workspace | undefined>;
  list(): Promise<Workspace[]>;
}

/**
 * Makes the local principal: the operating system's user, as administrator of one workspace. Without a name it is the
 * only workspace there is. Found once, then remembered for 30 s.
 * @param now milliseconds since 1970.
 */
export function localPrincipal(
  directory: WorkspaceDirectory,
  { workspace, user }: { workspace: string | undefined; user: string },
  now: () => number = Date.now,
): () => Promise<Principal> {
  let found: { principal: Principal; until: number } | undefined;
  return async () => {
    if (found && found.until > now()) return found.principal;
    const { id, name } = refuseSuspended(await findWorkspace(directory, workspace));
    found = { principal: { tenant: { id, name }, user, roles: ["ADMIN"] }, until: now() + trustMs };
    return found.principal;
  };
}

async function findWorkspace(directory: WorkspaceDirectory, name: string | undefined): Promise<Workspace> {
  const named = name === undefined ? undefined : await directory.find(name);
  if (named) return named;
  const all = await directory.list();
  const [only, ...others] = all;
  if (!only) {
    throw new AppError(
      "NOT_READY",
      "There is no workspace yet. Run `npm run demo` for a sample, or import your contacts: `npm run -s rapport -- import contacts leads.csv --workspace mine`.",
    );
  }
  const shown = all.slice(0, namesShown).map((workspace) => workspace.name);
  const names = [...shown, ...(all.length > namesShown ? [`and ${all.length - namesShown} more`] : [])].join(
    ", ",
  );
  if (name !== undefined) {
    throw new AppError("NOT_FOUND", `There is no workspace ${JSON.stringify(name)}. There is: ${names}.`);
  }
  if (others.length > 0) {
    throw new AppError(
      "VALIDATION_FAILED",
      `Say which workspace: --workspace with one of ${names}, or RAPPORT_WORKSPACE.`,
    );
  }
  return only;
}
