import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { importContacts } from "#knowledge/import/import-contacts.ts";
import { importInteractions } from "#knowledge/import/import-interactions.ts";
import { textSource } from "#knowledge/import/source.ts";
import { trainWorkspace } from "#knowledge/scoring/training/train-workspace.ts";

/** Every contact of the made-up workspace: nothing of these may stand in a resource. */
export interface Person {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  company: string;
  outcome: "won" | "lost" | "";
}

export const ended = 72;
export const open = 18;

/** Ended leads first: `people[0]` was won, `people[1]` lost; from `people[72]` on they are open. */
export const people: readonly Person[] = Array.from({ length: ended + open }, (_, index) => ({
  id: `lead-${index + 1}`,
  firstName: pick(["Aurelia", "Bertram", "Cosima", "Dorian", "Elodie", "Fabrice"], index),
  lastName: `Quillfeather${index + 1}`,
  email: `quill${index + 1}@inkwell-works.example`,
  phone: `+44 20 7946 ${String(index).padStart(4, "0")}`,
  company: `${pick(["Northlight", "Harrowgate", "Tamarisk", "Juniper"], index)} Mills ${index + 1}`,
  outcome: index >= ended ? "" : index % 2 === 0 ? "won" : "lost",
}));

/** A new workspace of 90 made-up leads with a few interactions each, and a model trained on the 72 that have ended. */
export async function trainedWorkspace(): Promise<Principal> {
  const db = testDatabase();
  const principal = await freshWorkspace();
  await importContacts(db, principal, textSource("leads.csv", contactTable()), {
    id: "id",
    outcome: "outcome",
    outcomeDate: "ended",
    createdAt: "created",
  });
  await importInteractions(db, principal, textSource("events.csv", interactionTable()), {});
  const { report } = await trainWorkspace(db, principal);
  if (report.kind === "prior") throw new Error("the made-up workspace is too small to train on");
  return principal;
}

function contactTable(): string {
  const rows = people.map((person, index) => {
    const { id, firstName, lastName, email, phone, company, outcome } = person;
    // Luck is mixed in, so that the model has something to doubt.
    const promising =
      outcome === "won" ? index % 8 !== 0 : outcome === "lost" ? index % 9 === 0 : index % 3 === 0;
    const source = promising ? "referral" : "cold list";
    const seats = promising ? 60 + (index % 40) : 5 + (index % 60);
    const ending = outcome ? day(100 + index) : "";
    return [id, firstName, lastName, email, phone, company, source, seats, day(index), outcome, ending].join(
      ",",
    );
  });
  return ["id,first name,last name,email,phone,company,source,seats,created,outcome,ended", ...rows].join(
    "\n",
  );
}

function interactionTable(): string {
  const rows = people.flatMap(({ id, outcome }, index) => {
    const keen = outcome === "lost" ? index % 5 === 1 : index % 7 !== 0;
    const answer = keen ? "Could you send a quote for the loom?" : "Not this year; perhaps the next.";
    return [
      [id, day(index + 1), "EMAIL", "outbound", "Shall we show you the loom?"],
      [id, day(index + 3), "EMAIL", "inbound", answer],
      ...(index % 3 === 0 ? [[id, day(index + 6), "MEETING", "inbound", ""]] : []),
    ].map((row) => row.join(","));
  });
  return ["contact,at,type,direction,content", ...rows].join("\n");
}

function day(offset: number): string {
  return new Date(Date.UTC(2025, 0, 1 + offset, 9)).toISOString();
}

function pick(names: readonly string[], index: number): string {
  return names[index % names.length] ?? "";
}
