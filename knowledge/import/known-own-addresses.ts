import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { type OwnAddresses, ownAddresses } from "../email/own-addresses.ts";

/**
 * The team's own addresses and domains: those that are given now, and those that any import of mail was given before.
 * @throws AppError VALIDATION_FAILED when there are none, or one is no address.
 */
export async function knownOwnAddresses(
  tx: Transaction,
  principal: Principal,
  given: readonly string[],
): Promise<OwnAddresses> {
  const { rows } = await tx.query<{ entry: string }>(
    `select distinct entry from imports, jsonb_array_elements_text(settings -> 'own') as o(entry)
      where tenant_id = $1 and kind = 'email' and jsonb_typeof(settings -> 'own') = 'array' order by entry`,
    [principal.tenant.id],
  );
  const entries = [...given, ...rows.map(({ entry }) => entry)];
  if (entries.length > 0) return ownAddresses(entries);
  throw new AppError(
    "VALIDATION_FAILED",
    "Say which addresses are the team's own, so that it is known who wrote to whom: --own acme.example or --own ada@acme.example. It is remembered.",
  );
}
