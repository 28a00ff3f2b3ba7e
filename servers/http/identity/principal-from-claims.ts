import type { JWTPayload } from "jose";
import type { TokenIssuer } from "#core/config.ts";
import { AppError } from "#core/errors.ts";
import { permissions } from "#core/permission.ts";
import { type Principal, type Role, roles } from "#core/principal.ts";

/** Finds a workspace by its name or its id. */
export type TenantDirectory = (nameOrId: string) => Promise<{ id: string; name: string } | undefined>;

/** What a workspace has stored of a user; undefined: nothing. */
export type UserDirectory = (
  tenantId: string,
  user: string,
) => Promise<{ role: Role | undefined; isActive: boolean } | undefined>;

export interface Directories {
  findTenant: TenantDirectory;
  findUser: UserDirectory;
}

const shownLength = 60;

/**
 * Who a verified token is for. Scopes that are not ours, such as openid, are left out; a token without a `scope` is confined by its roles only.
 * Its roles count; where it has no such claim, the role of the user that the workspace has stored.
 * @throws AppError FORBIDDEN for a workspace or role that is not known here, no role at all, or a user who was deactivated.
 */
export async function principalFromClaims(
  claims: JWTPayload,
  { tenantClaim, rolesClaim, userClaim }: TokenIssuer,
  { findTenant, findUser }: Directories,
): Promise<Principal> {
  const [tenantName, user] = [claimOf(claims, tenantClaim), claimOf(claims, userClaim)];
  if (!isText(tenantName))
    throw forbidden(`does not say for which workspace it is: its claim ${tenantClaim} is missing`);
  if (!isText(user)) throw forbidden(`does not say who you are: its claim ${userClaim} is missing`);
  const tenant = await findTenant(tenantName);
  if (!tenant) throw forbidden(`is for a workspace that is not served here: ${quoted(tenantName)}`);
  const stored = await findUser(tenant.id, user);
  if (stored?.isActive === false) throw forbidden("is of a user who was deactivated in this workspace");
  const claimed = claimOf(claims, rolesClaim);
  const named = claimed === undefined ? namesOf(stored?.role) : namesOf(claimed);
  const held = roles.filter((role) => named.includes(role));
  if (held.length === 0)
    throw forbidden(`${roleProblem(named, rolesClaim)}. The roles are ${roles.join(", ")}`);
  const scopes = "scope" in claims ? { scopes: scopesOf(claims.scope) } : {};
  return { tenant: { id: tenant.id, name: tenant.name }, user, roles: held, kind: "user", ...scopes };
}

/** Claims may be named by a URL, dots and all, or stand inside others: realm_access.roles. */
function claimOf(claims: JWTPayload, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split(".").reduce<unknown>((value, key) => {
    const isInside = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    return isInside ? (value as Record<string, unknown>)[key] : undefined;
  }, claims);
}

function scopesOf(scope: unknown) {
  const named = namesOf(scope);
  return permissions.filter((permission) => named.includes(permission));
}

/** A list, or words with spaces between. */
function namesOf(value: unknown): string[] {
  const values = typeof value === "string" ? value.split(" ") : Array.isArray(value) ? value : [];
  return values.filter(isText);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= 200 && !/\p{Cc}/u.test(value);
}

function roleProblem(named: readonly string[], rolesClaim: string): string {
  if (named.length === 0) return `gives you no role: its claim ${rolesClaim} is missing`;
  return `gives you no role that is known here: ${quoted(named.join(", "))}`;
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, shownLength));
}

function forbidden(why: string): AppError {
  return new AppError("FORBIDDEN", `The access token ${why}. Ask whoever runs your identity provider.`);
}
