import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { getModel, listModels, type StoredModel, servingModelId } from "./model-store.ts";

/** The word for whichever model serves. */
export const servingName = "serving";

/**
 * The model that somebody means: "serving", a version ("3" or "v3"), or an id.
 * @throws AppError NOT_FOUND, which names the versions there are.
 */
export async function findModel(tx: Transaction, principal: Principal, which: string): Promise<StoredModel> {
  const version = which.match(/^v?(\d{1,9})$/i)?.[1];
  const id = which === servingName ? await servingModelId(tx, principal) : which;
  const model = version
    ? await getModel(tx, principal, Number(version))
    : id && (await getModel(tx, principal, id));
  if (model) return model;
  const there = await listModels(tx, principal);
  const versions = there.map((model) => model.version).sort((a, b) => a - b);
  if (versions.length === 0)
    throw new AppError("NOT_FOUND", "There is no model yet. Train one: npm run -s rapport -- train");
  if (id === null)
    throw new AppError(
      "NOT_FOUND",
      `No model serves yet. Publish one: npm run -s rapport -- models publish ${versions.at(-1)}`,
    );
  throw new AppError(
    "NOT_FOUND",
    `There is no model ${JSON.stringify(which.slice(0, 60))}. Name one of the versions ${versions.join(", ")}; npm run -s rapport -- models list shows them.`,
  );
}
