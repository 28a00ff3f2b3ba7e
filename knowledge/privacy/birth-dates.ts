import type { Candidate } from "./personal-data.ts";
import { valueFinder } from "./value-after.ts";

const month = String.raw`\p{L}{3,10}\.?`;
const date = [
  String.raw`\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}`,
  String.raw`\d{1,2}(?:st|nd|rd|th|er|\.|º)?\s+(?:of\s+|de\s+)?${month},?\s+(?:de\s+|del\s+)?\d{2,4}`,
  String.raw`${month}\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{2,4}`,
  String.raw`\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}`,
  String.raw`(?:19|20)\d\d年\d{1,2}月\d{1,2}日`,
  String.raw`(?:19|20)\d{6}(?!\d)`,
].join("|");

const find = valueFinder(
  String.raw`d\.?o\.?b\.?|dates? of birth|birth ?dates?|birthdays?|born|geboren|geburtsdatum|geburtstag|geb\.?|née?|date de naissance|anniversaire|nacid[oa]|fecha de nacimiento|cumpleaños|nat[oa]|data di nascita|compleanno|nascid[oa]|data de nascimento|aniversário|geboortedatum|verjaardag|född|født|fødselsdato|födelsedatum|syntynyt|syntymäaika|urodzon[ya]|data urodzenia|дата рождения|родил(?:ся|ась)|出生日期|生年月日`,
  date,
);

/** Dates that a word such as "born" or "Geburtsdatum" says to be a birthday. Other dates are none. */
export function findBirthDates(text: string): Candidate[] {
  return find(text).map(({ from, to }) => ({ from, to, certainty: 0.9 }));
}
