import { randomUUID } from "node:crypto";
import { z } from "zod";
import { authorize } from "#core/access.ts";
import { type Contact, displayName } from "#core/domain/contact.ts";
import { outcomeResult } from "#core/domain/outcome.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { findContact } from "#knowledge/crm/find-contact.ts";
import { currentOutcome, recordOutcome as record } from "#knowledge/crm/outcomes.ts";
import { confirm, propose } from "#knowledge/crm/proposals.ts";
import type { Database, Transaction } from "#knowledge/db/database.ts";
import { defineTool } from "./define-tool.ts";

const reference = z.string().max(500).optional();

const input = z.object({
  contact_id: reference.describe("Rapport's id of the contact, or the id it was imported with."),
  email: reference,
  name: reference.describe("Full name."),
  outcome: outcomeResult.optional(),
  note: z.string().max(2_000).optional().describe("Why it ended so."),
  at: z.iso
    .datetime({ offset: true, error: "give a date and time with its zone, as 2026-01-31T09:30:00Z" })
    .optional()
    .describe("When it ended. Default: now."),
  confirm: z
    .uuid("give the handle that the proposal returned")
    .optional()
    .describe(
      "The handle of a proposal that the user has agreed to. Give it alone; nothing is recorded without it.",
    ),
});
type Input = z.infer<typeof input>;

const output = z.object({
  status: z.enum(["proposed", "recorded"]),
  handle: z.string().describe("Confirms the proposal, once."),
  contact_id: z.string(),
  name: z.string(),
  outcome: outcomeResult,
  previous_outcome: outcomeResult.nullable(),
  note: z.string().nullable(),
  at: z.string(),
  expires_at: z.string().nullable(),
});
type Output = z.infer<typeof output>;

const kind = "record_outcome";
const validForMs = 60 * 60_000;

/** Makes the tool that records how a lead ended: it proposes first, and records what the server's handle confirms. */
export const recordOutcome = (db: Database) =>
  defineTool({
    name: kind,
    title: "Record an outcome",
    description:
      "Records that a lead was won or lost, in two steps. First call it with the contact and the outcome: it changes nothing and returns a handle. " +
      "Show the proposal to the user; when they agree, call again with confirm: <handle> alone.",
    input,
    output,
    effect: "write",
    permission: "contacts:write",
    run: async ({ principal }, call) => {
      ensureAlone(call);
      // Made here and not in the transaction, so that one tried again proposes the same and not a second time.
      const handle = call.confirm ?? randomUUID();
      const work = (tx: Transaction) =>
        call.confirm ? carryOut(tx, principal, handle) : makeProposal(tx, principal, { ...call, handle });
      return db.withTenant(principal.tenant.id, work, { idempotent: true });
    },
    toText: (o) =>
      o.status === "recorded"
        ? `Recorded: ${o.name} is ${o.outcome} as of ${o.at}.`
        : `Proposed, not yet recorded: ${o.name} is ${o.outcome} as of ${o.at}${o.previous_outcome ? ` (was ${o.previous_outcome})` : ""}. ` +
          `If the user agrees, call record_outcome with confirm: ${o.handle} before ${o.expires_at}.`,
  });

/** A handle alone confirms: words beside it might say something else than what was agreed to. */
function ensureAlone({ confirm, ...rest }: Input): void {
  const others = Object.entries(rest).filter(([, value]) => value !== undefined);
  if (!confirm || others.length === 0) return;
  const named = others.map(([name]) => name).join(", ");
  throw new AppError(
    "VALIDATION_FAILED",
    `confirm carries out the proposal as it was shown; give it alone, without ${named}. To change something, propose again.`,
  );
}

async function makeProposal(
  tx: Transaction,
  principal: Principal,
  call: Input & { handle: string },
): Promise<Output> {
  const { contact_id: id, email, name, outcome, note, at } = call;
  if (!outcome) throw new AppError("VALIDATION_FAILED", "Say how the lead ended: give outcome won or lost.");
  const moment = at ? new Date(at) : new Date();
  if (moment > new Date()) throw new AppError("VALIDATION_FAILED", `at is ${at}, which lies in the future.`);
  const contact = await findContact(tx, principal, { id, email, name });
  ensureMayWrite(principal, contact);
  const previous = await currentOutcome(tx, principal, contact.id);
  const proposal: Output = {
    status: "proposed",
    handle: call.handle,
    contact_id: contact.id,
    name: displayName(contact),
    outcome,
    previous_outcome: previous?.result ?? null,
    note: note ?? null,
    at: moment.toISOString(),
    expires_at: new Date(Date.now() + validForMs).toISOString(),
  };
  await propose(tx, principal, {
    id: proposal.handle,
    kind,
    contactId: contact.id,
    payload: proposal,
    expiresAt: new Date(proposal.expires_at ?? 0),
  });
  return proposal;
}

async function carryOut(tx: Transaction, principal: Principal, handle: string): Promise<Output> {
  const { payload, again } = await confirm<Output>(tx, principal, { handle, kind });
  const contact = await findContact(tx, principal, { id: payload.contact_id });
  ensureMayWrite(principal, contact);
  if (!again) {
    await ensureUnchanged(tx, principal, payload);
    await record(tx, principal, {
      contactId: payload.contact_id,
      result: payload.outcome,
      at: new Date(payload.at),
      source: `user:${principal.user}`,
      note: payload.note,
      idempotencyKey: `proposal:${handle}`,
    });
  }
  return { ...payload, status: "recorded", expires_at: null };
}

/** What was agreed to rested on how the lead stood then. */
async function ensureUnchanged(
  tx: Transaction,
  principal: Principal,
  { contact_id, previous_outcome, name }: Output,
) {
  const now = (await currentOutcome(tx, principal, contact_id))?.result ?? null;
  if (now === previous_outcome) return;
  throw new AppError(
    "CONFLICT",
    `${name} has become ${now ?? "open"} since this was proposed; nothing was recorded. Show the user and propose again.`,
  );
}

/** Who may write only their own contacts may not end somebody else's. */
function ensureMayWrite(principal: Principal, contact: Contact): void {
  if (authorize(principal, "contacts:write") === "own" && contact.assignedTo !== principal.user) {
    throw new AppError(
      "FORBIDDEN",
      `${displayName(contact)} is assigned to ${contact.assignedTo ?? "nobody"}; ask them or a manager to record the outcome.`,
    );
  }
}
