import { binds, cueReader } from "./cues.ts";
import { idForms } from "./national-id-forms.ts";
import type { Candidate } from "./personal-data.ts";
import { valueFinder } from "./value-after.ts";

const cueWords = String.raw`ssn|social security|social(?= is|:| #| number)|social insurance|sin(?=:| n)|itin|tin|tax(?:payer)? ?(?:id|no|number|identification)|national (?:id|identity|insurance)|ni number|nino|identity (?:card|number|document)|id card|personal (?:id|identity|identification)(?: number| code)?|passports?|driver'?s?'?s? licen[cs]e|driving licen[cs]e|nhs|personalausweis|ausweis(?:nummer)?|reisepass(?:nummer)?|führerschein(?:nummer)?|steuer-?id(?:entifikationsnummer)?|steuernummer|sozialversicherungsnummer|svnr|sv-nummer|rentenversicherungsnummer|num[eé]ro de s[eé]curit[eé] sociale|s[eé]curit[eé] sociale|carte d'identit[eé]|passeport|permis de conduire|nir|dni|nie(?=:| n)|nif|pasaporte|seguridad social|codice fiscale|passaporto|carta d'identit[aà]|patente|cpf|cnpj|bsn|burgerservicenummer|rijbewijs|paspoort|personnummer|personnr|fødselsnummer|cpr(?:-nummer)?|henkilötunnus|hetu|pesel|dowód osobisty|rodné číslo|ahv(?:-nummer)?|avs|rijksregisternummer|numéro national|aadhaar|pan (?:card|number|no)|curp|rfc|rut|c[eé]dula|cuit|cuil|tc kimlik(?: no)?|nric|tfn|tax file|инн|снилс|паспорт|身份证(?:号)?`;

const afterCue = valueFinder(
  cueWords,
  String.raw`(?=(?:[ .\/-]?[a-z\d]){0,20}[ .\/-]?\d)[a-z\d]{1,18}(?:(?:[ .\/-]| - )(?=[a-z]{0,3}\d|[a-z]{1,3}(?![\p{L}\d]))[a-z\d]{1,11}){0,6}(?![\p{L}\d])`,
);

const nearest = cueReader([
  { means: "id", words: cueWords },
  {
    means: "phone",
    words: String.raw`phone|tel|telefon|telephone|mobile|mobil|cell|fax|call|whatsapp|ring|dial`,
  },
  {
    means: "other",
    words: String.raw`orders?|invoices?|tracking|serial|ref(?:erence)?|sku|part|ticket|case|quote|po|rechnung|bestellung|auftrag|facture|commande|pedido|factura`,
  },
]);

/**
 * Official numbers of persons: forms of some thirty countries, with their check digits where they have any, and whatever
 * number follows a word such as "passport" or "driver's licence".
 */
export function findNationalIds(text: string): Candidate[] {
  const named = afterCue(text)
    .filter(({ value }) => (value.match(/\d/g)?.length ?? 0) >= 5)
    .map(({ from, to }) => ({ from, to, certainty: 0.85 }));
  const formed = idForms.flatMap(({ pattern, accepts, needsCue }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const stretch = { from: match.index, to: match.index + match[0].length };
      if (accepts && !accepts(match[0].replace(/[^\p{L}\d]/gu, "").toUpperCase())) return [];
      const cue = nearest(text, stretch);
      // "Order no. 123-45-6789"; from farther off, the form says more than the word.
      const bound =
        cue && binds(cue.gap) && (cue.means === "id" || cue.gap.length < 12) ? cue.means : undefined;
      if (bound !== "id" && (needsCue || bound)) return [];
      return [{ ...stretch, certainty: bound === "id" ? 0.97 : 0.8 }];
    }),
  );
  return [...named, ...formed];
}
