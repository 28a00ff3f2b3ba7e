import type { Candidate } from "./personal-data.ts";
import { valueFinder } from "./value-after.ts";

const find = valueFinder(
  String.raw`(?:bank ?|giro|savings |checking |current |customer |client |member(?:ship)? |patient |policy )?(?:accounts?|acct|acc)\.?|a\/c|routing|aba|sort ?code|swift|bic|bsb|ifsc|clabe|cbu|(?:bank)?konto(?:nummer|nr)?|kto\.?|blz|bankleitzahl|kundennummer|mitgliedsnummer|compte(?: bancaire)?|rib|cuenta(?: bancaria| corriente)?|conto(?: corrente)?|conta(?: corrente| bancária)?|agência|rekening(?:nummer)?|kontonummer|tilinumero|(?:customer|client|member(?:ship)?|patient|policy|loyalty|frequent flyer)(?= ?(?:no|nr|num|id|#))|wallet|medicare|medical record|mrn|licen[cs]e plate|kennzeichen`,
  String.raw`(?=(?:[ .\/-]?[a-z\d]){0,14}[ .\/-]?\d)(?:[a-z]{0,4}[ .\/-]?\d(?:[ .\/-]?\d){3,20}(?:[a-z]{1,2})?|[a-z]{4}[a-z]{2}[a-z\d]{2}(?:[a-z\d]{3})?)(?![\p{L}\d])`,
);

/** Numbers that a word before them says to be an account's, a customer's, a policy's or a patient's; and bank codes. */
export function findAccounts(text: string): Candidate[] {
  return find(text)
    .filter(({ value }) => (value.match(/\d/g)?.length ?? 0) >= 5 || /^[A-Z\d]{8,11}$/.test(value))
    .filter(
      ({ to }) =>
        !/^(?:[.,]\d|\s?[%€$£]|\s(?:users|seats|eur|usd|contacts|people))/i.test(text.slice(to, to + 12)),
    )
    .map(({ from, to }) => ({ from, to, certainty: 0.8 }));
}
