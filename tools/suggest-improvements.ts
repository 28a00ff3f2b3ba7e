import { z } from "zod";
import type { Database } from "#knowledge/db/database.ts";
import { suggestImprovements as suggest } from "#knowledge/scoring/explain/suggest-improvements.ts";
import type { LeadSnapshot } from "#knowledge/scoring/snapshots/snapshot.ts";
import { defineTool } from "./define-tool.ts";

const improvement = z.object({
  /** What the lead has there and what it would have. */
  field: z.string(),
  from: z.string(),
  to: z.string(),
  /** Expected change of the score, points of 100, and its 90 % interval: an association, not a promise. */
  gainPoints: z.number(),
  gainLow: z.number(),
  gainHigh: z.number(),
  /** The action, as a sentence. */
  action: z.string(),
});

/** Makes the verb that asks the model what a salesperson could change, and by how many points it would move the score. */
export const suggestImprovements = (db: Database) =>
  defineTool({
    name: "suggest_improvements",
    title: "Suggest improvements",
    description:
      "Recomputes the score for things that a salesperson can act on and returns those that raise it.",
    input: z.object({ snapshot: z.custom<LeadSnapshot>() }),
    output: z.array(improvement),
    effect: "compute",
    permission: "contacts:read",
    run: ({ principal }, { snapshot }) => suggest(db, principal, snapshot),
    toText: (improvements) => improvements.map((i) => `${i.action} (+${i.gainPoints.toFixed(1)})`).join("\n"),
  });
