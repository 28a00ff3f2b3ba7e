import type { Database } from "#knowledge/db/database.ts";
import type { Journal, Write, WriteKind } from "./journal.ts";
import type { ChaosTenant } from "./tenants.ts";

/** What was found wrong, each as a line that says what and where. */
export interface Findings {
  lost: string[];
  duplicated: string[];
  /** Writes that were refused and are there all the same. */
  refusedButThere: string[];
}

/** Where the markers of each kind of write are found, as the only parameter's workspace sees them. */
const markersIn: Readonly<Partial<Record<WriteKind, string>>> = {
  contact: `select split_part(email, '@', 1) as marker, count(*)::int as n from contacts where tenant_id = $1 group by 1`,
  interaction: `select split_part(content, ' ', 1) as marker, count(*)::int as n from interactions where tenant_id = $1 group by 1`,
  outcome: `select split_part(note, ' ', 1) as marker, count(*)::int as n from outcomes where tenant_id = $1 group by 1`,
  "follow-up": `select split_part(text, ' ', 1) as marker, count(*)::int as n from follow_ups where tenant_id = $1 group by 1`,
  change: `select split_part(changes ->> 'position', ' ', 1) as marker, count(*)::int as n from contact_history
    where tenant_id = $1 and changes ? 'position' group by 1`,
};

const idsIn: Readonly<Partial<Record<WriteKind, string>>> = {
  job: "select id::text from background_jobs where tenant_id = $1",
  draft: "select id::text from drafts where tenant_id = $1",
};

/** Looks for every write of a workspace: acknowledged ones once, others once at most, refused ones not at all. */
export async function checkRecords(
  db: Database,
  { principal, mark }: ChaosTenant,
  journal: Journal,
): Promise<Findings> {
  const { id } = principal.tenant;
  const found: Findings = { lost: [], duplicated: [], refusedButThere: [] };
  const writes = journal.all().filter(({ tenant }) => tenant === mark);
  await db.readTenant(id, async (tx) => {
    for (const [kind, text] of Object.entries(markersIn)) {
      const { rows } = await tx.query<{ marker: string; n: number }>(text, [id]);
      const counts = new Map(rows.map(({ marker, n }) => [marker, n]));
      for (const write of writes) if (write.kind === kind) judge(found, write, counts.get(write.marker) ?? 0);
    }
    for (const [kind, text] of Object.entries(idsIn)) {
      const { rows } = await tx.query<{ id: string }>(text, [id]);
      const ids = new Set(rows.map((row) => row.id));
      const own = writes.filter((write) => write.kind === kind);
      for (const write of own)
        if (write.state === "acknowledged" && !ids.has(write.id ?? ""))
          found.lost.push(`${kind} ${write.id}`);
      const atMost = own.filter(({ state }) => state !== "refused").length;
      if (kind === "job" && ids.size > atMost)
        found.duplicated.push(`${ids.size} jobs of ${atMost} requests`);
    }
    const { rows } = await tx.query<{ id: string; position: string | null }>(
      "select id::text, position from contacts where tenant_id = $1",
      [id],
    );
    for (const { id: contact, position } of rows) found.lost.push(...overtaken(writes, contact, position));
  });
  return found;
}

function judge(found: Findings, { kind, marker, state, tenant }: Write, count: number): void {
  const what = `${kind} ${marker} of ${tenant}`;
  if (state === "acknowledged" && count === 0) found.lost.push(what);
  if (state === "refused" && count > 0) found.refusedButThere.push(what);
  if (count > 1) found.duplicated.push(`${what}: ${count}`);
}

/** A contact's changes come one after the other from one client: what stands is the last one that was acknowledged, or a later one. */
function overtaken(writes: readonly Write[], contactId: string, position: string | null): string[] {
  const changes = writes.filter((write) => write.kind === "change" && write.contactId === contactId);
  const last = changes.findLastIndex(({ state }) => state === "acknowledged");
  if (last < 0) return [];
  const standing = changes.findIndex(({ marker }) => marker === position?.split(" ")[0]);
  return standing >= last ? [] : [`change ${changes[last]?.marker}: the contact has ${position}`];
}
