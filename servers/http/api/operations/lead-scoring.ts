import { z } from "zod";
import { fieldValue } from "#core/domain/contact.ts";
import type { ToolContext } from "#core/tool.ts";
import type { ApiTools } from "../api-tools.ts";
import { camelSchema, toCamel } from "../camel-case.ts";
import type { Operation } from "../operation.ts";

const body = z.strictObject({
  contactId: z.string().min(1).max(100),
  features: z
    .record(z.string().min(1).max(200), fieldValue)
    .optional()
    .describe("Score as if the lead had these values; they stand in for stored ones and nothing is stored."),
});

/** Scores one contact afresh; REST calls a factor's name `factor`. */
export function leadScoring(tools: ApiTools): Operation {
  const { scoreLead } = tools;
  const shape = (camelSchema(scoreLead.output, { strict: false }) as z.ZodObject).shape;
  const factor = (shape.factors as z.ZodArray<z.ZodObject>).element;
  const { name, ...others } = factor.shape;
  const answer = z.object({ ...shape, factors: z.array(z.object({ factor: name as z.ZodType, ...others })) });
  return {
    id: "scoreLead",
    method: "post",
    path: "/ai/lead-scoring",
    summary: "Score a contact now",
    description: scoreLead.description,
    tags: ["scoring"],
    permission: scoreLead.permission,
    effect: scoreLead.effect,
    body,
    status: 200,
    answer,
    run: async (context, input) => {
      const { contactId, features } = input.body as z.infer<typeof body>;
      const lead = features ? await asIf(tools, context, { contactId, features }) : { contact_id: contactId };
      const output = toCamel(scoreLead.output, await scoreLead.run(context, lead)) as {
        factors: { name: string }[];
      };
      const factors = output.factors.map(({ name: named, ...rest }) => ({ factor: named, ...rest }));
      return { body: { ...output, factors } };
    },
  };
}

const mostInteractions = 200;

/** The stored lead with other values, as a caller would give one that is not stored. */
async function asIf(
  { readContact, listInteractions, scoreLead }: ApiTools,
  context: ToolContext,
  { contactId, features }: z.infer<typeof body> & { features: Record<string, unknown> },
) {
  const contact = await readContact.run(context, { id: contactId });
  const { interactions } = await listInteractions.run(context, { contactId, limit: mostInteractions });
  const known = { company: contact.company, position: contact.position, source: contact.source };
  const present = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));
  return scoreLead.input.parse({
    contact_data: {
      ...present,
      createdAt: contact.createdAt,
      customFields: { ...contact.customFields, ...features },
    },
    interaction_history: interactions.map((each) => ({
      ...Object.fromEntries(
        Object.entries({
          id: each.id,
          type: each.type,
          channel: each.channel,
          direction: each.direction,
          activity: each.activity,
          subject: each.subject,
          content: each.content,
          duration: each.duration,
          sentiment: each.sentiment && { score: each.sentiment.score },
        }).filter(([, value]) => value !== null),
      ),
      createdAt: each.createdAt,
    })),
  });
}
