import type { PersonalDataKind } from "#knowledge/privacy/personal-data.ts";
import { atLeast, atMost, type Figure } from "../../report/figure-table.ts";
import { pooledRecall } from "./measure-texts.ts";
import type { AlarmsResult, TextsResult } from "./results.ts";

/** The kinds that recall is pooled over. */
export const pooledKinds: readonly PersonalDataKind[] = ["email", "phone", "card", "iban", "ssn", "ip"];

/** What must be reached: on presidio_pii, on made-up texts, and on messages with nothing to find. */
export function privacyFloors(measured: {
  presidio: TextsResult | undefined;
  made: TextsResult;
  alarms: AlarmsResult;
}): Figure[] {
  const { presidio, made, alarms } = measured;
  return [
    ratio("presidio_pii: recall, pooled", presidio ? pooledRecall(presidio) : null, 0.95),
    ratio("presidio_pii: phone precision", presidio ? precision(presidio) : null, 0.8),
    ratio("made-up texts: recall, pooled", pooledRecall(made), 0.98),
    ratio("made-up texts: phone precision", precision(made), 0.8),
    {
      name: "false alarms in 1,000 messages of the sample",
      value: (alarms.alarms.length * 1000) / alarms.messages,
      unit: "",
      target: atMost(2),
    },
  ];
}

function ratio(name: string, value: number | null, least: number): Figure {
  return { name, value, unit: "", target: atLeast(least) };
}

function precision({ kinds }: TextsResult): number | null {
  const phone = kinds.find(({ kind }) => kind === "phone");
  return phone && phone.predicted > 0 ? phone.right / phone.predicted : null;
}
