import { z } from "zod";
import { band } from "#core/domain/score.ts";
import { AppError } from "#core/errors.ts";
import type { Database } from "#knowledge/db/database.ts";
import { listScores as list } from "#knowledge/scoring/stored-scores/list-scores.ts";
import { readScore } from "#knowledge/scoring/stored-scores/read-score.ts";
import { contactId } from "./contact-id.ts";
import { defineTool } from "./define-tool.ts";

const said = {
  score: z.number().min(0).max(100),
  probability: z.number().min(0).max(1),
  low: z.number().describe("Lower end of the 90 % interval of the probability."),
  high: z.number(),
  band,
  modelId: z.string().nullable(),
};

const storedScore = z.object({
  contactId: z.string(),
  ...said,
  confidence: z.number().min(0).max(1),
  factors: z.array(
    z.object({ factor: z.string(), value: z.string(), contribution: z.number().describe("Log-odds.") }),
  ),
  asOf: z.string(),
  isStale: z.boolean().describe("The contact has changed since; POST /ai/lead-scoring makes it afresh."),
});

/** Makes the verbs that read stored scores: the present one and those before it. */
export const storedScores = (db: Database) => ({
  getScore: defineTool({
    name: "get_score",
    title: "Get a contact's stored score",
    description: "Reads the stored score of a contact with its main factors; nothing is computed.",
    input: z.object({ contactId }),
    output: storedScore,
    effect: "read",
    permission: "contacts:read",
    run: async ({ principal }, { contactId: id }) => {
      const score = await db.readTenant(principal.tenant.id, (tx) => readScore(tx, principal, id));
      if (!score) {
        throw new AppError(
          "NOT_READY",
          "This contact has not been scored yet. POST /ai/lead-scoring scores it now.",
        );
      }
      const { factors, asOf, ...rest } = score;
      return {
        ...rest,
        score: 100 * score.probability,
        factors: factors.map(({ name: factor, value, contribution }) => ({ factor, value, contribution })),
        asOf: asOf.toISOString(),
      };
    },
    toText: ({ score, band: letter }) => `${score.toFixed(0)} of 100, band ${letter}`,
  }),
  listScores: defineTool({
    name: "list_scores",
    title: "List a contact's scores",
    description: "Lists the stored scores of a contact, the latest first: each stands from its moment on.",
    input: z.object({ contactId, limit: z.int().min(1).max(200).default(50) }),
    output: z.object({ scores: z.array(z.object({ at: z.string(), ...said })) }),
    effect: "read",
    permission: "contacts:read",
    run: async ({ principal }, { contactId: id, limit }) => {
      const past = await db.readTenant(principal.tenant.id, async (tx) => {
        await readScore(tx, principal, id);
        return list(tx, principal, { contactId: id, limit });
      });
      const scores = past.map(({ at, ...rest }) => ({
        at: at.toISOString(),
        score: 100 * rest.probability,
        ...rest,
      }));
      return { scores };
    },
    toText: ({ scores }) => scores.map(({ at, score }) => `${at} ${score.toFixed(0)}`).join("\n"),
  }),
});
