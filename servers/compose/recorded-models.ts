import type { Config } from "#core/config.ts";
import type { LanguageModel } from "#core/language-model.ts";
import type { RecordModelCall } from "#core/model-call.ts";
import type { Database } from "#knowledge/db/database.ts";
import { modelBudget } from "#knowledge/limits/model-budget.ts";
import { recordModelCalls } from "#knowledge/limits/record-model-calls.ts";
import { priceList, readPrices } from "#models/ledger/prices.ts";
import { recordedModel } from "#models/ledger/recorded-model.ts";
import { openModels } from "#models/registry.ts";

export interface ServiceParts {
  config: Config;
  db: Database;
  /** Instead of the configured ones. */
  models: readonly LanguageModel[] | undefined;
}

/**
 * Opens the configured models, or takes the given ones, each with its calls written down and held to the tenant's budget.
 * @throws AppError VALIDATION_FAILED
 */
export function openRecordedModels(
  { config, db, models: given }: ServiceParts,
  telling: (record: RecordModelCall) => RecordModelCall,
) {
  const modelCalls = recordModelCalls(db, config);
  const ledger = {
    record: telling(modelCalls.record),
    budget: modelBudget(db),
    priceOf: priceList(readPrices(config.modelPrices)),
  };
  const models = (given ?? openModels(config)).map((model) => recordedModel(model, ledger));
  return { models, modelCalls };
}
