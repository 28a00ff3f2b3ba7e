import type { PersonalDataKind } from "#knowledge/privacy/personal-data.ts";
import { readText, textDatasets } from "../../text-datasets.ts";
import type { GoldText } from "./results.ts";

interface Sentence {
  full_text: string;
  spans: { entity_type: string; start_position: number; end_position: number }[];
}

const kinds: Readonly<Record<string, PersonalDataKind>> = {
  EMAIL_ADDRESS: "email",
  PHONE_NUMBER: "phone",
  CREDIT_CARD: "card",
  IBAN_CODE: "iban",
  US_SSN: "ssn",
  US_DRIVER_LICENSE: "ssn",
  IP_ADDRESS: "ip",
  DOMAIN_NAME: "url",
  STREET_ADDRESS: "address",
};

/**
 * The sentences of presidio_pii with their marked stretches; of its kinds, those that Rapport knows.
 * @throws AppError NOT_FOUND when the data is absent.
 */
export function presidioTexts(): GoldText[] {
  const sentences: Sentence[] = JSON.parse(readText(textDatasets.presidio_pii, "dev.json"));
  return sentences.map(({ full_text, spans }) => ({
    text: full_text,
    gold: spans.flatMap(({ entity_type, start_position, end_position }) => {
      const kind = kinds[entity_type];
      return kind ? [{ kind, from: start_position, to: end_position }] : [];
    }),
  }));
}
