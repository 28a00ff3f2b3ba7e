import { z } from "zod";
import { draftContent } from "#core/domain/draft.ts";

/** What is stored of a draft beside its text: its content, and what its mail's header is made of. */
export const storedContent = draftContent.extend({
  reply_to: z.object({ message_id: z.string().nullable(), references: z.array(z.string()) }),
  names: z.object({ contact_first_name: z.string().nullable(), sender_first_name: z.string().nullable() }),
});
export type StoredContent = z.infer<typeof storedContent>;
