import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { importContacts } from "../import/import-contacts.ts";
import { importInteractions } from "../import/import-interactions.ts";
import { textSource } from "../import/source.ts";

const day = 86_400_000;
const origin = Date.UTC(2026, 0, 5, 9);

/** A moment so many days after the journeys of test workspaces begin. */
export const onDay = (days: number) => new Date(origin + days * day);

/** A contact of a test workspace: "OUTBOUND@0 INBOUND@2.5 A_SENT@3" tells its interactions by direction or label and day. */
export interface TestContact {
  id: string;
  result?: "won" | "lost";
  endedOn?: number;
  status?: string;
  owner?: string;
  told: string;
}

/** A new workspace with these contacts, imported as users import them. */
export async function journeyWorkspace(contacts: readonly TestContact[]): Promise<Principal> {
  const principal = await freshWorkspace();
  const people = contacts.map(({ id, result, endedOn, status, owner }) =>
    [
      id,
      owner ?? "rep",
      onDay(0).toISOString(),
      status ?? "LEAD",
      result ?? "",
      endedOn === undefined ? "" : onDay(endedOn).toISOString(),
    ].join(","),
  );
  const head = "id,owner,created,status,outcome,ended";
  await importContacts(testDatabase(), principal, textSource("a.csv", [head, ...people].join("\n")), {
    id: "id",
    createdAt: "created",
    outcome: "outcome",
    outcomeDate: "ended",
  });
  const rows = contacts.flatMap(({ id, told }) =>
    told
      .split(" ")
      .filter(Boolean)
      .map((one) => {
        const [what = "", days] = one.split("@");
        const isDirection = what === "INBOUND" || what === "OUTBOUND";
        return [id, onDay(Number(days)).toISOString(), isDirection ? what : "", isDirection ? "" : what].join(
          ",",
        );
      }),
  );
  const table = ["contact,at,direction,activity", ...rows].join("\n");
  if (rows.length > 0) await importInteractions(testDatabase(), principal, textSource("b.csv", table), {});
  return principal;
}
