import { z } from "zod";
import { contactStatus } from "#core/domain/contact.ts";
import { listContacts as list } from "#knowledge/crm/list-contacts.ts";
import type { Database } from "#knowledge/db/database.ts";
import { contactShape, toContactShape } from "./contact-shape.ts";
import { defineTool } from "./define-tool.ts";
import { parsePageCursor, toPageCursor } from "./page-cursor.ts";

const input = z.object({
  page: z.int().min(1).max(100_000).default(1),
  limit: z.int().min(1).max(100).default(20),
  cursor: z
    .string()
    .max(500)
    .optional()
    .describe(
      "nextCursor of the page before, with the same filters: pages on where page numbers would shift.",
    ),
  search: z.string().max(200).optional().describe("Part of a name, an email, a company or an external id."),
  status: contactStatus.optional(),
  leadScoreMin: z.number().min(0).max(100).optional(),
  assignedTo: z.string().max(200).optional(),
});

const output = z.object({
  data: z.array(contactShape),
  pagination: z.object({
    page: z.int(),
    limit: z.int(),
    totalPages: z.int(),
    hasNext: z.boolean(),
    nextCursor: z.string().nullable(),
  }),
  totalCount: z.int(),
});

/** Makes the verb that lists contacts, the newest first, for programs. */
export const listContacts = (db: Database) =>
  defineTool({
    name: "list_contacts",
    title: "List contacts",
    description:
      "Lists contacts, the newest first, by page or by cursor. Filters narrow it; totalCount counts all that fit.",
    input,
    output,
    effect: "read",
    permission: "contacts:read",
    run: async ({ principal }, { cursor, ...query }) => {
      const after = cursor === undefined ? undefined : parsePageCursor(cursor);
      const page = after === undefined ? query.page : 1;
      const { contacts, total, hasNext } = await db.readTenant(principal.tenant.id, (tx) =>
        list(tx, principal, { ...query, page, after }),
      );
      const last = contacts.at(-1);
      return {
        data: contacts.map(toContactShape),
        pagination: {
          page: query.page,
          limit: query.limit,
          totalPages: Math.ceil(total / query.limit),
          hasNext,
          nextCursor: hasNext && last ? toPageCursor(last.id) : null,
        },
        totalCount: total,
      };
    },
    toText: ({ data, totalCount }) =>
      `${totalCount} contacts; ${data.map(({ fullName }) => fullName).join(", ")}`,
  });
