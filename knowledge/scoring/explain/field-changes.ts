import type { FieldValue } from "#core/domain/contact.ts";
import { fieldFeature } from "../features/feature.ts";
import { fieldFeatureValue } from "../features/fields.ts";
import type { LeadModel } from "../lead-model.ts";
import type { LeadSnapshot } from "../snapshots/snapshot.ts";
import type { Action } from "./actions.ts";
import type { ChangeableField } from "./changeable-fields.ts";
import { describeField } from "./describe-value.ts";
import { factorName } from "./factors.ts";

/**
 * How the lead would look with another value in a field that changes while leads are worked on: each common level of a
 * category, and for a number the nearest quantile on either side. Only where a value is known: finding one out is no change.
 */
export function fieldChanges(model: LeadModel, snapshot: LeadSnapshot): Action[] {
  const row = model.features(snapshot);
  return (model.artifact.changeable ?? [])
    .filter(({ field }) => model.scorer.sources.includes(fieldFeature(field)))
    .flatMap((changeable) => {
      const { field } = changeable;
      const now = snapshot.fields[field] ?? null;
      return alternatives(now, changeable).map((value) => {
        const name = factorName(fieldFeature(field));
        const [from, to] = [now, value].map((v) => describeField(v, snapshot.asOf)) as [string, string];
        return {
          field: name,
          reason: `Bring ${name} from ${from} to ${to}, if that can be done.`,
          from,
          to,
          after: { ...row, [fieldFeature(field)]: fieldFeatureValue(value, snapshot.asOf) },
        };
      });
    });
}

function alternatives(now: FieldValue, { levels, quantiles }: ChangeableField): FieldValue[] {
  if (now === null || now === "") return [];
  if (typeof now !== "number") return levels.filter((level) => level !== now);
  const below = quantiles.findLast((value) => value < now);
  const above = quantiles.find((value) => value > now);
  return [below, above].filter((value) => value !== undefined);
}
