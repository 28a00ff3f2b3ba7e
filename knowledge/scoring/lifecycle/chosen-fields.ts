import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../../db/database.ts";
import { noLife } from "./model-life.ts";
import { listModels } from "./model-store.ts";

/** Fields that a training leaves out, and fields that the user vouches for. */
export interface ChosenFields {
  ignore: readonly string[];
  keep: readonly string[];
}

/** What a user names to leave out, or vouch for, no field at all, whatever held before. */
const none = "none";

/**
 * The fields that a training leaves out and keeps: those named, else as for the serving model, so that training again does
 * not take a leak back in.
 */
export async function chosenFields(
  db: Database,
  principal: Principal,
  named: Partial<ChosenFields>,
): Promise<ChosenFields> {
  const models = await db.readTenant(principal.tenant.id, (tx) => listModels(tx, principal));
  const { ignored, kept } = models.find(({ status }) => status === "serving")?.life ?? noLife;
  return { ignore: unlessNone(named.ignore ?? ignored), keep: unlessNone(named.keep ?? kept) };
}

function unlessNone(fields: readonly string[]): readonly string[] {
  return fields.length === 1 && fields[0] === none ? [] : fields;
}

/**
 * Refuses names that are no field: a slip of the pen would train on the leak that it was to leave out.
 * @throws AppError VALIDATION_FAILED naming the fields that there are.
 */
export function refuseUnknown(named: Partial<ChosenFields>, fields: readonly string[]): void {
  const known = new Set([...fields, none]);
  const unknown = [...(named.ignore ?? []), ...(named.keep ?? [])].filter((field) => !known.has(field));
  if (unknown.length === 0) return;
  const shown = fields.toSorted().slice(0, 40).join(", ");
  throw new AppError(
    "VALIDATION_FAILED",
    `There is no field ${unknown.map((field) => JSON.stringify(field)).join(", ")}. Fields: ${shown || "none"}.`,
  );
}
