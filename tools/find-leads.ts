import { z } from "zod";
import { contactStatus } from "#core/domain/contact.ts";
import { band } from "#core/domain/score.ts";
import type { Database } from "#knowledge/db/database.ts";
import { rankLeads } from "#knowledge/scoring/stored-scores/rank-leads.ts";
import { refreshScores } from "#knowledge/scoring/stored-scores/refresh-scores.ts";
import { defineTool } from "./define-tool.ts";
import { shorten } from "./shorten.ts";

const text = z.string().max(200).optional();

const input = z.object({
  limit: z.number().int().min(1).max(50).default(10),
  cursor: z.string().max(500).optional().describe("next_cursor of the page before."),
  outcome: z
    .enum(["open", "won", "lost", "any"])
    .default("open")
    .describe("open: leads that have not ended, the ones to call."),
  bands: z.array(band).max(4).optional(),
  min_score: z.number().min(0).max(100).optional(),
  max_score: z.number().min(0).max(100).optional(),
  search: text.describe("Part of a name, an email or a company."),
  company: text,
  source: text,
  assigned_to: text,
  status: contactStatus.optional(),
});

const lead = z.object({
  contact_id: z.string(),
  external_id: z.string().nullable(),
  name: z.string(),
  company: z.string().nullable(),
  assigned_to: z.string().nullable(),
  score: z.number(),
  probability: z.number(),
  low: z.number(),
  high: z.number(),
  band,
  confidence: z.number(),
  reasons: z.array(z.string()),
  outcome: z.enum(["won", "lost"]).nullable(),
  last_contact: z.string().nullable(),
});

const output = z.object({
  leads: z.array(lead),
  total: z.number().int().describe("Leads that fit the filters, on all pages."),
  next_cursor: z.string().nullable(),
  engine: z.string(),
  model_id: z.string().nullable(),
  as_of: z.string().nullable().describe("The moment the oldest of these scores was made for."),
});

/** Makes the tool that lists leads, best first. */
export const findLeads = (db: Database) =>
  defineTool({
    name: "find_leads",
    title: "Find leads, best first",
    description:
      "Lists stored leads ranked by score, best first, each with its interval, band and main reasons. Open leads only unless outcome says otherwise. " +
      "Filters narrow it; next_cursor pages on. Ranks by the statistical engine; score_lead also asks configured language models.",
    input,
    output,
    effect: "compute",
    permission: "contacts:read",
    run: async ({ principal, signal }, query) => {
      const { modelId } = await refreshScores(db, principal, {
        scope: query.outcome === "open" ? "open" : "all",
        signal,
      });
      const page = await db.readTenant(principal.tenant.id, (tx) => rankLeads(tx, principal, query));
      return { ...page, leads: page.leads.map(shown), engine: "local", model_id: modelId };
    },
    toText: ({ leads, total, next_cursor }) =>
      [
        `${total} leads fit; ${leads.length} shown, best first.`,
        ...leads.map(
          (l, index) =>
            `${index + 1}. ${l.name}${l.company ? `, ${l.company}` : ""} (${l.external_id ?? l.contact_id}): ${l.score.toFixed(0)} of 100, ` +
            `band ${l.band}, interval ${(100 * l.low).toFixed(0)} to ${(100 * l.high).toFixed(0)}. ${l.reasons.join("; ")}`,
        ),
        ...(next_cursor ? [`More: call again with cursor ${next_cursor}`] : []),
      ].join("\n"),
  });

const nameLength = 120;
const reasonLength = 160;

/** Hosts pay for every word, and an import may have put a novel into a name. */
function shown<L extends z.infer<typeof lead>>(found: L): L {
  const cut = (text: string | null) => (text === null ? null : shorten(text, nameLength));
  return {
    ...found,
    name: shorten(found.name, nameLength),
    company: cut(found.company),
    assigned_to: cut(found.assigned_to),
    reasons: found.reasons.map((reason) => shorten(reason, reasonLength)),
  };
}
