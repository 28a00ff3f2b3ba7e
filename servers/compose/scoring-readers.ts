import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "#knowledge/db/database.ts";
import { describeModel, type ModelDetails } from "#knowledge/scoring/lifecycle/describe-model.ts";
import { servingName } from "#knowledge/scoring/lifecycle/find-model.ts";
import { listModels, type StoredModel } from "#knowledge/scoring/lifecycle/model-store.ts";
import { workspaceStatus } from "#knowledge/workspace-status.ts";

const current = "current";

/** What the lead-scoring server's resources show: models and the data behind them, never a person's. */
export function scoringReaders(db: Database) {
  const findModel = async (principal: Principal, id: string): Promise<ModelDetails> => {
    try {
      return await describeModel(db, principal, id === current ? servingName : id);
    } catch (error) {
      if (!(error instanceof AppError && error.code === "NOT_FOUND")) throw error;
      const fix =
        id === current
          ? "Train one: npm run -s rapport -- train."
          : "List the resources to see those there are.";
      throw new AppError("NOT_FOUND", `No scoring model ${JSON.stringify(id.slice(0, 60))}. ${fix}`);
    }
  };
  const list = async (principal: Principal) => {
    const models = await db.readTenant(principal.tenant.id, (tx) => listModels(tx, principal));
    return models.map((model) => ({ id: model.id, title: titleOf(model) }));
  };
  return {
    listModels: list,
    readModel: async (principal: Principal, id: string) => {
      const { model, retraining, challenger } = await findModel(principal, id);
      return { ...shown(model), retraining, challenger };
    },
    listTrainingData: async (principal: Principal) => [
      { id: current, title: `${principal.tenant.name} as it stands` },
      ...(await list(principal)),
    ],
    readTrainingData: async (principal: Principal, id: string) => {
      if (id !== current) return { model_id: id, training: (await findModel(principal, id)).model.report };
      const { model, ...status } = await workspaceStatus(db, principal);
      return { ...status, model: model && shown(model) };
    },
  };
}

function titleOf({ version, status, kind, trainedAt }: StoredModel): string {
  return `version ${version}, ${status}: ${kind}, trained ${trainedAt.toISOString()}`;
}

/** Who published it is a person, and a note is whatever somebody wrote, customers' names perhaps among it. */
function shown({ publishNote: _, publishedBy: __, ...model }: StoredModel) {
  return model;
}
