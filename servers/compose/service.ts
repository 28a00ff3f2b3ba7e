import type { Principal } from "#core/principal.ts";
import { auditWriter } from "#knowledge/audit/write-audit.ts";
import type { Database } from "#knowledge/db/database.ts";
import type { CountRequest } from "#knowledge/limits/count-request.ts";
import type { AnyTool } from "../mcp/server-definition.ts";
import { modelStates } from "./model-states.ts";
import { once } from "./once.ts";
import { openRecordedModels, type ServiceParts } from "./recorded-models.ts";
import { scopedTools } from "./scoped-tools.ts";
import { openWatchers } from "./watchers.ts";

/** Opens what is around the tools: the ledger of models, the audit log, limits, and the states that /health tells. */
export function openService(parts: ServiceParts) {
  const { config, db } = parts;
  const watchers = openWatchers();
  const audit = auditWriter(db);
  const { models, modelCalls } = openRecordedModels(parts, watchers.alsoTelling);
  const { watcher, states } = modelStates(models);
  watchers.add(watcher);
  const toolWatch = watchers.toolWatch(audit);
  return {
    models,
    watchTools: <Tools extends Record<string, AnyTool>>(tools: Tools): Tools => scopedTools(tools, toolWatch),
    service: {
      countRequest: lazyCounter(db),
      corsOrigins: config.corsOrigins,
      dependencies: async () => states(),
      auditRefusal: audit.write,
      watch: watchers.add,
    },
    /** Resolves when what is written beside the answers is written. */
    settled: async () => {
      await Promise.all([modelCalls.settled(), audit.settled()]);
    },
  };
}

/** A process that never serves over HTTP does not load the counter. */
function lazyCounter(db: Database): CountRequest {
  const counter = once(async () => {
    const { requestCounter } = await import("#knowledge/limits/count-request.ts");
    return requestCounter(db);
  });
  return async (principal: Principal) => (await counter())(principal);
}
