import { createHash } from "node:crypto";
import { reachOf } from "#core/access.ts";
import { permissions } from "#core/permission.ts";
import type { Principal } from "#core/principal.ts";

/** What a question is asked of, and by whom. */
export interface Question {
  tool: string;
  /** As the tool's schema has read it. */
  input: unknown;
  principal: Principal;
  /** What answers: version, models, embedder … */
  engine: readonly unknown[];
}

/** Milliseconds. Days begin on a quarter of an hour in every time zone, so "today" is the same day within one. */
const quarter = 900_000;

/**
 * Names a question so that two which may be answered differently never share a name: SHA-256 of the tool, its input, the
 * asker's roles and scopes, the asker where any permission reaches own records only, what answers, and the quarter of an
 * hour.
 * @param now milliseconds since 1970
 */
export function questionKey({ tool, input, principal, engine }: Question, now: number): string {
  const { roles, scopes, user } = principal;
  const isConfined = permissions.some((permission) => reachOf(roles, permission) === "own");
  const parts = [
    tool,
    sorted(input),
    [...roles].sort(),
    scopes ? [...scopes].sort() : null,
    isConfined ? user : null,
    engine,
    Math.floor(now / quarter),
  ];
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}

/** The order in which fields were sent says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, sorted(part)]);
}
