import type { DraftRule } from "#core/domain/draft.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { type OwnAddresses, ownAddresses } from "../../email/own-addresses.ts";
import type { DraftingSettings } from "../settings/settings.ts";
import { toSettings } from "../settings/stored-settings.ts";

/** What a workspace holds ready for every draft. */
export interface Surroundings {
  own: OwnAddresses;
  settings: DraftingSettings;
  rules: DraftRule[];
}

interface Row {
  own: string[];
  settings: { user_id: string; settings: Record<string, unknown> }[];
  rules: DraftRule[];
}

const mostRules = 200;

/** Reads the team's own addresses, the settings, and the rules that are active for the user, in one statement. */
export async function loadSurroundings(tx: Transaction, principal: Principal): Promise<Surroundings> {
  const { rows } = await tx.query<Row>(
    `select
      (select coalesce(json_agg(distinct entry), '[]'::json) from imports, jsonb_array_elements_text(settings -> 'own') as o(entry)
        where tenant_id = $1 and kind = 'email' and jsonb_typeof(settings -> 'own') = 'array') as own,
      (select coalesce(json_agg(json_build_object('user_id', user_id, 'settings', settings)), '[]'::json) from drafting_settings
        where tenant_id = $1 and user_id in ('', $2)) as settings,
      (select coalesce(json_agg(r), '[]'::json) from (
        select id, kind, value, nullif(topic, '') as topic, nullif(user_id, '') as "user" from drafting_rules
          where tenant_id = $1 and status = 'active' and user_id in ('', $2)
          order by user_id desc, updated_at desc, id limit ${mostRules}) r) as rules`,
    [principal.tenant.id, principal.user],
  );
  const found = rows[0];
  const settings = toSettings(found?.settings ?? [], principal.user);
  const address = settings.workspace.from_address;
  return {
    own: ownAddresses([...(found?.own ?? []), ...(address === null ? [] : [address])]),
    settings,
    rules: found?.rules ?? [],
  };
}
