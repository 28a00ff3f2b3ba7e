import type { Database } from "#knowledge/db/database.ts";
import { addOutcome } from "./add-outcome.ts";
import { followUpTools } from "./follow-up-tools.ts";
import { listConversations } from "./list-conversations.ts";
import { listInteractions } from "./list-interactions.ts";
import { listMetrics } from "./list-metrics.ts";
import { listModels } from "./list-models.ts";
import { logInteraction } from "./log-interaction.ts";
import { storedScores } from "./stored-scores.ts";

/** Makes the verbs over single records beside contacts. */
export const recordTools = (db: Database) => ({
  listInteractions: listInteractions(db),
  logInteraction: logInteraction(db),
  addOutcome: addOutcome(db),
  listConversations: listConversations(db),
  listModels: listModels(db),
  listMetrics: listMetrics(),
  ...followUpTools(db),
  ...storedScores(db),
});
