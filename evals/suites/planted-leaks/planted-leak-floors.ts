import type { PlantedLeaks } from "./measure-planted-leaks.ts";

/** What must hold on made-up tables: leaks left out, and false alarms. */
export const floors = { recall: 0.9, falseAlarmsPerTable: 1, tablesOverOne: 0.05, falseLeaksPerTable: 0.05 };

/** Whether a measurement is no worse than the floors. */
export function holdsFloors({ all, tables, falseAlarms, falseLeaks, tablesOverOne }: PlantedLeaks): boolean {
  return (
    all.leaks >= floors.recall * all.planted &&
    falseAlarms <= floors.falseAlarmsPerTable * tables &&
    tablesOverOne <= floors.tablesOverOne &&
    falseLeaks <= floors.falseLeaksPerTable * tables
  );
}
