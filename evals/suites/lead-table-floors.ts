import type { Measured } from "./measure-lead-table.ts";

/** What must hold on bank_additional without the call's duration. */
export const floors = { auc: 0.78, logLoss: 0.289, ece15: 0.015, factorGap: 1e-9 };

/** Whether a measurement is no worse than the floors. */
export function holdsFloors({ auc, logLoss, ece15, factorGap }: Measured): boolean {
  return (
    auc >= floors.auc && logLoss <= floors.logLoss && ece15 <= floors.ece15 && factorGap <= floors.factorGap
  );
}
