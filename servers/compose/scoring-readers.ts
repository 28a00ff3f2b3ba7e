import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "#knowledge/db/database.ts";
import {
  getModel,
  listModels,
  type StoredModel,
  servingModelId,
} from "#knowledge/scoring/lifecycle/model-store.ts";
import { workspaceStatus } from "#knowledge/workspace-status.ts";

const current = "current";

/** What the lead-scoring server's resources show: models and the data behind them, never a person's. */
export function scoringReaders(db: Database) {
  const findModel = (principal: Principal, id: string): Promise<StoredModel> =>
    db.readTenant(principal.tenant.id, async (tx) => {
      const wanted = id === current ? await servingModelId(tx, principal) : id;
      const model = wanted ? await getModel(tx, principal, wanted) : undefined;
      if (model) return model;
      const fix =
        id === current
          ? "Train one: npm run -s rapport -- train."
          : "List the resources to see those there are.";
      throw new AppError("NOT_FOUND", `No scoring model ${JSON.stringify(id.slice(0, 60))}. ${fix}`);
    });
  const list = async (principal: Principal) => {
    const models = await db.readTenant(principal.tenant.id, (tx) => listModels(tx, principal));
    return models.map(({ id, kind, trainedAt }) => ({
      id,
      title: `${kind}, trained ${trainedAt.toISOString()}`,
    }));
  };
  return {
    listModels: list,
    readModel: async (principal: Principal, id: string) => {
      const { report, ...model } = await findModel(principal, id);
      return { ...model, report };
    },
    listTrainingData: async (principal: Principal) => [
      { id: current, title: `${principal.tenant.name} as it stands` },
      ...(await list(principal)),
    ],
    readTrainingData: async (principal: Principal, id: string) =>
      id === current
        ? workspaceStatus(db, principal)
        : { model_id: id, training: (await findModel(principal, id)).report },
  };
}
