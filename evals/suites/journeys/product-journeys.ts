import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Principal } from "#core/principal.ts";
import { loadHistories } from "#knowledge/journeys/load-histories.ts";
import { stageMatcher } from "#knowledge/journeys/match-stages.ts";
import { type Journey, reach } from "#knowledge/journeys/reach.ts";
import { loadStages } from "#knowledge/journeys/stored-stages.ts";
import type { Embedded } from "../../product/with-embedded.ts";
import { bpiStages } from "./bpi-stages.ts";
import { bpiFile } from "./bpi2012.ts";

const workspace = "bpi2012";
const pageSize = 2_000;

/** Imports the log and its stages by the command line, as a user would. */
export async function importBpi({ folder, principal }: Embedded): Promise<Principal> {
  const rapport = async (...args: string[]) => {
    const main = resolve(import.meta.dirname, "../../../servers/cli/main.ts");
    const env = { ...process.env, RAPPORT_HOME: join(folder, "home"), RAPPORT_LOG_LEVEL: "error" };
    await promisify(execFile)(process.execPath, [main, ...args, "--workspace", workspace], {
      env,
      maxBuffer: 1 << 26,
    });
  };
  const outcome = [
    "--outcome",
    "outcome",
    "--won",
    "approved",
    "--lost",
    "declined,cancelled",
    "--open",
    "open",
  ];
  const known = ["--id", "case_id", "--created-at", "reg_date", "--ignore", "n_events"];
  await rapport("import", "contacts", bpiFile("cases.csv"), ...known, ...outcome);
  const columns = ["--contact", "case_id", "--at", "timestamp", "--activity", "activity"];
  await rapport("import", "interactions", bpiFile("events.csv"), ...columns, "--no-index");
  const rules = join(folder, "stages.json");
  writeFileSync(rules, JSON.stringify({ stages: bpiStages }));
  await rapport("stages", "set", rules);
  return principal(workspace);
}

/** Every contact's journey by its imported id, read in pages by the product's own functions. */
export async function productJourneys(
  { db }: Embedded,
  principal: Principal,
  asOf: Date,
): Promise<Map<string, Journey>> {
  const tenantId = principal.tenant.id;
  const contacts = await db.readTenant(tenantId, async (tx) => {
    const { rows } = await tx.query<{ id: string; external_id: string; result: "won" | "lost" | null }>(
      `select c.id, c.external_id, (select result from outcomes o where o.tenant_id = $1 and o.contact_id = c.id
          order by seq desc limit 1) as result from contacts c where c.tenant_id = $1 order by c.id`,
      [tenantId],
    );
    return rows;
  });
  const journeys = new Map<string, Journey>();
  for (let from = 0; from < contacts.length; from += pageSize) {
    const page = contacts.slice(from, from + pageSize);
    await db.readTenant(tenantId, async (tx) => {
      const { stages } = await loadStages(tx, principal);
      const matcher = stageMatcher(stages);
      const outcomes = new Map(
        page.flatMap(({ id, result }) => (result ? [[id, { result, at: null }]] : [])),
      );
      const contactIds = page.map(({ id }) => id);
      const content = matcher.contentWanted;
      const histories = await loadHistories(tx, principal, { contactIds, content, stages, outcomes });
      for (const { id, external_id } of page) {
        const history = histories.get(id);
        if (history) journeys.set(external_id, reach(stages, history, { asOf, matcher }));
      }
    });
  }
  return journeys;
}
