import { z } from "zod";
import type { FollowUp } from "#knowledge/crm/follow-up-row.ts";

/** A follow-up as programs read it. */
export const followUpShape = z.object({
  id: z.uuid(),
  contactId: z.uuid(),
  contactName: z.string(),
  dueAt: z.string(),
  text: z.string(),
  assignedTo: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  doneAt: z.string().nullable(),
});

export function toFollowUpShape(followUp: FollowUp): z.infer<typeof followUpShape> {
  const { dueAt, createdAt, updatedAt, doneAt, ...rest } = followUp;
  return {
    ...rest,
    dueAt: dueAt.toISOString(),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    doneAt: doneAt?.toISOString() ?? null,
  };
}
