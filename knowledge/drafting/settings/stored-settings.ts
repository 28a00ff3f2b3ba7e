import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { type DraftingSettings, userPreferences, workspaceSettings } from "./settings.ts";

/** What is changed of the settings; what is left out stays. */
export interface SettingsChange {
  workspace?: Record<string, unknown>;
  user?: Record<string, unknown>;
}

/** Settings from their stored rows: what cannot be read any more is as it is by default. */
export function toSettings(
  rows: readonly { user_id: string; settings: Record<string, unknown> }[],
  user: string,
): DraftingSettings {
  const of = (id: string) => rows.find(({ user_id }) => user_id === id)?.settings ?? {};
  const workspace = workspaceSettings.safeParse(of(""));
  const own = userPreferences.safeParse(user === "" ? {} : of(user));
  return {
    // Without its row being readable nothing leaves by itself, for that is off by default.
    workspace: workspace.success ? workspace.data : workspaceSettings.parse({}),
    user: own.success ? own.data : userPreferences.parse({}),
  };
}

/** The workspace's settings and the user's preferences. */
export async function loadSettings(tx: Transaction, principal: Principal): Promise<DraftingSettings> {
  const { rows } = await tx.query<{ user_id: string; settings: Record<string, unknown> }>(
    `select user_id, settings from drafting_settings where tenant_id = $1 and user_id in ('', $2)`,
    [principal.tenant.id, principal.user],
  );
  return toSettings(rows, principal.user);
}

/**
 * Changes settings and says what they are then. A user changes their own preferences, an administrator the workspace's settings too.
 * @throws AppError FORBIDDEN, VALIDATION_FAILED naming the setting that is wrong
 */
export async function changeSettings(
  tx: Transaction,
  principal: Principal,
  change: SettingsChange,
): Promise<DraftingSettings> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('drafting settings ' || $1, 0))`, [
    principal.tenant.id,
  ]);
  const now = await loadSettings(tx, principal);
  if (change.workspace !== undefined) {
    if (!principal.roles.includes("ADMIN")) {
      throw new AppError(
        "FORBIDDEN",
        `The settings of all drafts are an administrator's to change, which ${principal.user} is not. Your own preferences are yours.`,
      );
    }
    const { automatic_sending: sending, ...rest } = change.workspace;
    const merged = { ...now.workspace, ...rest };
    const policy = isRecord(sending) ? { ...now.workspace.automatic_sending, ...sending } : undefined;
    const checked = workspaceSettings
      .strict()
      .safeParse(policy === undefined ? merged : { ...merged, automatic_sending: policy });
    if (!checked.success) throw wrong(checked.error.issues);
    await store(tx, principal, { user: "", settings: checked.data });
  }
  if (change.user !== undefined) {
    const checked = userPreferences.strict().safeParse({ ...now.user, ...change.user });
    if (!checked.success) throw wrong(checked.error.issues);
    await store(tx, principal, { user: principal.user, settings: checked.data });
  }
  return loadSettings(tx, principal);
}

async function store(
  tx: Transaction,
  principal: Principal,
  { user, settings }: { user: string; settings: object },
): Promise<void> {
  await tx.query(
    `insert into drafting_settings (tenant_id, user_id, settings, updated_by) values ($1, $2, $3, $4)
      on conflict (tenant_id, user_id) do update set settings = excluded.settings, updated_by = excluded.updated_by, updated_at = now()`,
    [principal.tenant.id, user, JSON.stringify(settings), principal.user],
  );
}

function wrong(issues: readonly { path: PropertyKey[]; message: string }[]): AppError {
  const [first] = issues;
  const where = first?.path.map(String).join(".") || "settings";
  return new AppError("VALIDATION_FAILED", `${where}: ${first?.message ?? "cannot be used"}.`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
