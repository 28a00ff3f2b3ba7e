import { z } from "zod";
import { authorize } from "#core/access.ts";
import { channel } from "#core/domain/interaction.ts";
import { outcomeResult } from "#core/domain/outcome.ts";
import { type PassageFilter, passageKind } from "#core/domain/passage.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { findContact } from "#knowledge/crm/find-contact.ts";
import type { Transaction } from "#knowledge/db/database.ts";

const reference = z.string().min(1).max(500).optional();

/** A refinement, not a union of formats: their patterns would fill a host's list of tools. */
const moment = z
  .string()
  .max(40)
  .refine(isMoment, {
    error:
      "give a day there is as 2026-01-31 (from its midnight in UTC), or a date and time with its zone as 2026-01-31T09:30:00Z or 2026-01-31T09:30:00+01:00",
  })
  .optional();

/** How a caller of a tool narrows what is searched; all that is given must hold. */
export const passageFilterInput = z.object({
  contact_id: reference.describe("Rapport's id of the contact, or the id it was imported with."),
  email: reference.describe("The contact's email."),
  name: reference.describe("The contact's full name."),
  company: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe("The company of the contact; case does not matter."),
  channels: z.array(channel).min(1).max(8).optional(),
  kinds: z.array(passageKind).min(1).max(4).optional().describe("article: what the team itself wrote down."),
  from: moment.describe("Said at or after this date (UTC), or date and time with its zone."),
  to: moment.describe("Said before this date (UTC), or date and time with its zone."),
  outcome: z
    .union([outcomeResult, z.literal("open")])
    .optional()
    .describe("How the contact's lead ended; open: it has not."),
});
type PassageFilterInput = z.infer<typeof passageFilterInput>;

/**
 * What a caller may search, narrowed to what they ask for: all conversations, or only those with contacts assigned to them.
 * @throws AppError NOT_FOUND or AMBIGUOUS for a contact that cannot be told, FORBIDDEN
 */
export async function toPassageFilter(
  tx: Transaction,
  principal: Principal,
  input: PassageFilterInput,
): Promise<PassageFilter> {
  const { company, channels, kinds, outcome } = input;
  const from = input.from === undefined ? undefined : new Date(input.from);
  const to = input.to === undefined ? undefined : new Date(input.to);
  if (from && to && from >= to) {
    throw new AppError("VALIDATION_FAILED", "from is not before to: exchange them, or leave one out.");
  }
  const contactIds = await contactsOf(tx, principal, input);
  return { company, channels, kinds, outcome, from, to, contactIds, ...ownOnly(principal) };
}

/** The part of a filter that keeps those who may only read their own contacts' conversations to them. */
export function ownOnly(principal: Principal): Pick<PassageFilter, "assignedTo"> {
  return authorize(principal, "interactions:read") === "own" ? { assignedTo: principal.user } : {};
}

const day = z.iso.date();
const dayAndTime = z.iso.datetime({ offset: true });

/** The database takes the years 1 to 9999, which a zone may leave. */
function isMoment(text: string): boolean {
  if (!day.safeParse(text).success && !dayAndTime.safeParse(text).success) return false;
  const year = new Date(text).getUTCFullYear();
  return year >= 1 && year <= 9_999;
}

async function contactsOf(
  tx: Transaction,
  principal: Principal,
  { contact_id: id, email, name }: PassageFilterInput,
): Promise<string[] | undefined> {
  if (id === undefined && email === undefined && name === undefined) return undefined;
  return [(await findContact(tx, principal, { id, email, name })).id];
}
