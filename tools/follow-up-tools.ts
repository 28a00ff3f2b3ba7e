import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import { createFollowUp, deleteFollowUp, readFollowUp, updateFollowUp } from "#knowledge/crm/follow-ups.ts";
import { listFollowUps } from "#knowledge/crm/list-follow-ups.ts";
import type { Database } from "#knowledge/db/database.ts";
import { contactId } from "./contact-id.ts";
import { defineTool } from "./define-tool.ts";
import { followUpShape, toFollowUpShape } from "./follow-up-shape.ts";
import { moment } from "./moment-input.ts";

const id = z.uuid("give the id of a follow-up").describe("Of the follow-up.");
const text = z.string().trim().min(1, "is blank").max(2_000);
const assignedTo = z.string().trim().min(1).max(200).nullable().optional();
const toText = ({ text: what, dueAt }: z.infer<typeof followUpShape>) => `${what}, by ${dueAt}`;

/** Makes the verbs over follow-ups: what somebody means to do about a contact, and by when. */
export const followUpTools = (db: Database) => ({
  listFollowUps: defineTool({
    name: "list_follow_ups",
    title: "List follow-ups",
    description:
      "Lists follow-ups, the earliest due first: those that are not done, unless done says otherwise.",
    input: z.object({
      contactId: z.uuid("give the id of a contact").optional(),
      assignedTo: z.string().max(200).optional(),
      done: z.boolean().default(false),
      dueBefore: moment.optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({ followUps: z.array(followUpShape) }),
    effect: "read",
    permission: "interactions:read",
    run: async ({ principal }, { dueBefore, ...query }) => {
      const bound = dueBefore === undefined ? {} : { dueBefore: new Date(dueBefore) };
      const found = await db.readTenant(principal.tenant.id, (tx) =>
        listFollowUps(tx, principal, { ...query, ...bound }),
      );
      return { followUps: found.map(toFollowUpShape) };
    },
    toText: ({ followUps }) => followUps.map(toText).join("\n"),
  }),
  createFollowUp: defineTool({
    name: "create_follow_up",
    title: "Create a follow-up",
    description: "Stores what somebody means to do about a contact, and by when; by default the caller.",
    input: z.object({
      contactId,
      dueAt: moment,
      text,
      assignedTo,
      idempotencyKey: z.string().max(200).optional(),
    }),
    output: followUpShape,
    effect: "write",
    permission: "interactions:write",
    run: async (
      { principal },
      { dueAt, assignedTo: assigned = principal.user, idempotencyKey, ...given },
    ) => {
      const own = idempotencyKey ? keyedId([principal.user, idempotencyKey]) : randomUUID();
      const followUp = { ...given, id: own, dueAt: new Date(dueAt), assignedTo: assigned };
      const stored = await db.withTenant(principal.tenant.id, (tx) =>
        createFollowUp(tx, principal, followUp),
      );
      return toFollowUpShape(stored);
    },
    toText,
  }),
  getFollowUp: defineTool({
    name: "get_follow_up",
    title: "Get a follow-up",
    description: "Reads one follow-up.",
    input: z.object({ id }),
    output: followUpShape,
    effect: "read",
    permission: "interactions:read",
    run: async ({ principal }, { id: followUp }) => {
      const query = { id: followUp, permission: "interactions:read" } as const;
      return toFollowUpShape(
        await db.readTenant(principal.tenant.id, (tx) => readFollowUp(tx, principal, query)),
      );
    },
    toText,
  }),
  updateFollowUp: defineTool({
    name: "update_follow_up",
    title: "Update a follow-up",
    description: "Changes what is given of a follow-up; done: true closes it.",
    input: z.object({
      id,
      dueAt: moment.optional(),
      text: text.optional(),
      assignedTo,
      done: z.boolean().optional(),
    }),
    output: followUpShape,
    effect: "write",
    permission: "interactions:write",
    run: async ({ principal }, { id: followUp, dueAt, ...rest }) => {
      const change = { ...rest, ...(dueAt === undefined ? {} : { dueAt: new Date(dueAt) }) };
      const work = { id: followUp, change };
      return toFollowUpShape(
        await db.withTenant(principal.tenant.id, (tx) => updateFollowUp(tx, principal, work)),
      );
    },
    toText,
  }),
  deleteFollowUp: defineTool({
    name: "delete_follow_up",
    title: "Delete a follow-up",
    description: "Deletes a follow-up.",
    input: z.object({ id }),
    output: z.object({ id: z.string() }),
    effect: "write",
    permission: "interactions:write",
    run: async ({ principal }, { id: followUp }) => {
      await db.withTenant(principal.tenant.id, (tx) => deleteFollowUp(tx, principal, followUp));
      return { id: followUp };
    },
    toText: ({ id: followUp }) => `Deleted ${followUp}.`,
  }),
});

/** The same request has the same id (UUID version 8, RFC 9562 §5.8), even where the answer to the first one was lost. */
function keyedId(parts: readonly string[]): string {
  const hex = createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
  const marked = `${hex.slice(0, 12)}8${hex.slice(13, 16)}a${hex.slice(17)}`;
  return marked.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
