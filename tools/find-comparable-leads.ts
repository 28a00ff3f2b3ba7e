import { z } from "zod";
import { outcomeResult } from "#core/domain/outcome.ts";
import type { Database } from "#knowledge/db/database.ts";
import { findComparableLeads as find } from "#knowledge/scoring/explain/comparable-leads.ts";
import type { LeadSnapshot } from "#knowledge/scoring/snapshots/snapshot.ts";
import { defineTool } from "./define-tool.ts";
import { shorten } from "./shorten.ts";

const nameLength = 120;

/** A past lead with its outcome, as answers show it. */
export const comparableLead = z.object({
  contact_id: z.string(),
  external_id: z.string().nullable(),
  name: z.string(),
  company: z.string().nullable(),
  outcome: outcomeResult,
  ended_at: z.string().nullable(),
  /** 0 = the same reasons for the same score; grows with the difference. Log-odds. */
  distance: z.number(),
});

/** Makes the verb that finds ended leads whose reasons were most like this one's. */
export const findComparableLeads = (db: Database) =>
  defineTool({
    name: "find_comparable_leads",
    title: "Find comparable leads",
    description: "Finds past leads with a known outcome whose score had the most similar reasons.",
    input: z.object({ snapshot: z.custom<LeadSnapshot>(), limit: z.number().int().min(1).max(20) }),
    output: z.array(comparableLead),
    effect: "read",
    permission: "contacts:read",
    run: async ({ principal }, input) => {
      const leads = await find(db, principal, input);
      return leads.map(({ name, company, ...lead }) => ({
        ...lead,
        name: shorten(name, nameLength),
        company: company && shorten(company, nameLength),
      }));
    },
    toText: (leads) => leads.map((lead) => `${lead.name}: ${lead.outcome}`).join("\n"),
  });
