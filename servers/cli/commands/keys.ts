import { AppError } from "#core/errors.ts";
import { permissions } from "#core/permission.ts";
import { type Principal, roles } from "#core/principal.ts";
import type { Rapport } from "../../compose/compose.ts";
import { print } from "../output.ts";
import { textTable } from "../text-table.ts";
import { withRapport } from "../with-rapport.ts";

interface Shared {
  workspace?: string;
  json?: boolean;
}

interface New extends Shared {
  role: string[];
  scope?: string[];
  expires?: string;
  as?: string;
}

type Key = Awaited<ReturnType<Rapport["operations"]["listKeys"]>>[number];

const dayMs = 86_400_000;

/** `rapport keys create`: the one time that the key is shown. */
export async function createKey(
  name: string,
  { role, scope, expires, as: user, ...options }: New,
): Promise<void> {
  const wanted = {
    name,
    user,
    roles: oneOf(role, roles, "role"),
    scopes: scope && oneOf(scope, permissions, "scope"),
    expiresAt: expires === undefined ? undefined : momentOf(expires, new Date()),
  };
  await withKeys(options, async (operations, principal) => {
    const { key, stored } = await operations.createKey(principal, wanted);
    print({ key, ...stored }, options, () =>
      [
        key,
        "",
        `This is the only time that the key ${stored.name} is shown. Send it as Authorization: Bearer <key>.`,
        `It acts as ${stored.user} (${stored.roles.join(", ")}) in ${principal.tenant.name}, ${expiryOf(stored)}.`,
      ].join("\n"),
    );
  });
}

/** `rapport keys list`. */
export async function listKeys(options: Shared): Promise<void> {
  await withKeys(options, async (operations, principal) => {
    const keys = await operations.listKeys(principal);
    print(keys, options, () =>
      keys.length === 0
        ? "No keys yet. Make one with `rapport keys create <name> --role SALES_REP`."
        : textTable(
            ["id", "name", "acts as", "roles", "scopes", "last used", "state"],
            keys.map((key) => [
              key.id,
              key.name,
              key.user,
              key.roles.join(" "),
              key.scopes?.join(" ") ?? "all",
              key.lastUsedAt ? minuteOf(key.lastUsedAt) : "never",
              stateOf(key, new Date()),
            ]),
            7,
          ).join("\n"),
    );
  });
}

/** `rapport keys revoke`. */
export async function revokeKey(key: string, options: Shared): Promise<void> {
  await withKeys(options, async (operations, principal) => {
    const revoked = await operations.revokeKey(principal, key);
    print(revoked, options, () => `Revoked ${revoked.name}. Running servers refuse it within 30 seconds.`);
  });
}

async function withKeys(
  options: Shared,
  work: (operations: Rapport["operations"], principal: Principal) => Promise<void>,
): Promise<void> {
  await withRapport(async (rapport) =>
    work(rapport.operations, await rapport.principal(options.workspace)()),
  );
}

function oneOf<T extends string>(names: readonly string[], known: readonly T[], what: string): T[] {
  const wrong = names.find((name) => !known.some((one) => one === name));
  if (wrong === undefined) return known.filter((one) => names.includes(one));
  throw new AppError(
    "VALIDATION_FAILED",
    `There is no ${what} ${JSON.stringify(wrong.slice(0, 40))}. Use of: ${known.join(", ")}.`,
  );
}

/** @throws AppError VALIDATION_FAILED for what is neither days nor a date. */
function momentOf(text: string, now: Date): Date {
  const [, days] = /^(\d{1,4})d$/.exec(text) ?? [];
  const moment = days ? new Date(now.getTime() + Number(days) * dayMs) : new Date(text);
  const isDate = days !== undefined || /^\d{4}-\d{2}-\d{2}/.test(text);
  if (isDate && !Number.isNaN(moment.getTime())) return moment;
  throw new AppError(
    "VALIDATION_FAILED",
    `--expires is a number of days such as 90d, or an ISO date such as 2027-01-31, not ${JSON.stringify(text.slice(0, 40))}.`,
  );
}

function expiryOf({ expiresAt }: Key): string {
  return expiresAt ? `until ${minuteOf(expiresAt)}` : "until it is revoked";
}

function stateOf({ revokedAt, expiresAt }: Key, now: Date): string {
  if (revokedAt) return `revoked ${minuteOf(revokedAt)}`;
  if (!expiresAt) return "valid";
  return expiresAt <= now ? "expired" : `until ${minuteOf(expiresAt)}`;
}

function minuteOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
