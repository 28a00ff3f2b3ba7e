import { auditWriter } from "#knowledge/audit/write-audit.ts";
import type { AnyTool } from "../mcp/server-definition.ts";
import { openCounting } from "./counting.ts";
import { keepAnswers } from "./keep-answers.ts";
import { modelStates } from "./model-states.ts";
import { openRecordedModels, type ServiceParts } from "./recorded-models.ts";
import { scopedTools } from "./scoped-tools.ts";
import { openWatchers } from "./watchers.ts";

/** Enough for clients whose key was renewed, too few to try keys. */
const failuresPerMinute = 100;

/** Opens what is around the tools: the ledger of models, the audit log, limits, kept answers, and the states that /health tells. */
export function openService(parts: ServiceParts) {
  const { config, db } = parts;
  const watchers = openWatchers();
  const audit = auditWriter(db);
  const { models, modelCalls } = openRecordedModels(parts, watchers.alsoTelling);
  const { watcher, states } = modelStates(models);
  watchers.add(watcher);
  const counting = openCounting({ config, db });
  const toolWatch = watchers.toolWatch(audit);
  return {
    models,
    watchTools: <Tools extends Record<string, AnyTool>>(tools: Tools): Tools =>
      scopedTools(keepAnswers(tools, { config, db, models }), toolWatch),
    service: {
      countRequest: counting.countRequest,
      failuresPerMinute,
      corsOrigins: config.corsOrigins,
      dependencies: async () => ({ ...(await counting.states()), ...states() }),
      auditRefusal: audit.write,
      watch: watchers.add,
      /** Numbers of the whole service, from the database. */
      measure: async () => (await import("#knowledge/service-metrics/measure-service.ts")).measureService(db),
    },
    /** Resolves when what is written beside the answers is written; nothing is counted afterwards. */
    settled: async () => {
      await Promise.all([modelCalls.settled(), audit.settled()]);
      await counting.close();
    },
  };
}
