import { randomUUID } from "node:crypto";
import { z } from "zod";
import { outcomeResult } from "#core/domain/outcome.ts";
import { AppError } from "#core/errors.ts";
import { readContactView } from "#knowledge/crm/contact-view.ts";
import { recordOutcome } from "#knowledge/crm/outcomes.ts";
import { ensureOwn } from "#knowledge/crm/own-contacts.ts";
import type { Database } from "#knowledge/db/database.ts";
import { contactId } from "./contact-id.ts";
import { defineTool } from "./define-tool.ts";
import { moment } from "./moment-input.ts";

const input = z.object({
  contactId,
  outcome: outcomeResult,
  note: z.string().max(2_000).optional().describe("Why it ended so."),
  at: moment.optional().describe("When it ended. Default: now."),
  idempotencyKey: z.string().max(200).optional(),
});

const output = z.object({
  contactId: z.string(),
  outcome: outcomeResult,
  at: z.string(),
  note: z.string().nullable(),
  status: z.string().describe("The contact's status from then on."),
});

/** Makes the verb that records at once how a lead ended: for programs that act on what a person did in them. */
export const addOutcome = (db: Database) =>
  defineTool({
    name: "add_outcome",
    title: "Record an outcome",
    description:
      "Records that a lead was won or lost; the latest outcome counts. A lead that is won becomes a customer.",
    input,
    output,
    effect: "write",
    permission: "contacts:write",
    run: async ({ principal }, { contactId: id, outcome, note, at: given, idempotencyKey }) => {
      const at = given === undefined ? new Date() : new Date(given);
      if (at.getTime() > Date.now() + 60_000) {
        const message = "lies in the future: record the outcome when it is known";
        throw new AppError("VALIDATION_FAILED", `at ${message}.`, { details: [{ field: "at", message }] });
      }
      const key = idempotencyKey ? `${principal.user}:${idempotencyKey}` : randomUUID();
      const record = { result: outcome, at, source: `user:${principal.user}`, note: note ?? null };
      const status = await db.withTenant(principal.tenant.id, async (tx) => {
        const contact = await readContactView(tx, principal, id);
        ensureOwn(principal, "contacts:write", contact);
        await recordOutcome(tx, principal, {
          ...record,
          contactId: contact.id,
          idempotencyKey: `api:${key}`,
        });
        return (await readContactView(tx, principal, id)).status;
      });
      return { contactId: id, outcome, at: at.toISOString(), note: note ?? null, status };
    },
    toText: ({ outcome, at }) => `Recorded ${outcome} as of ${at}.`,
  });
