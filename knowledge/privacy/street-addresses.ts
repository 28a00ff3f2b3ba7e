import type { Candidate } from "./personal-data.ts";

const name = String.raw`[\p{L}\d][\p{L}\p{M}\d'’.-]{0,24}`;
const number = String.raw`\d{1,5}(?:[ ]?[a-z])?(?:[-/]\d{1,4}[a-z]?)?(?![\p{L}\d%€$£]|[.,:]\d)`;
const unit = String.raw`(?:[,\s]{1,3}(?:apt|apartment|suite|ste|unit|flat|floor|fl|room|rm|#)\.?\s?#?\s?\d{1,5}[a-z]?)?`;
const town = String.raw`(?:,?\s{0,2}\n?\s{0,2}(?:[A-Z]{1,2}-)?\d{4,5}\s+\p{Lu}[\p{L}.-]{2,25}(?:[ -]\p{Lu}[\p{L}.-]{2,25})?)?`;

const forms: readonly { pattern: RegExp; certainty: number }[] = [
  // 12 Long Acre Street, Apt. 4
  form(
    String.raw`\d{1,6}[a-z]?(?:[-/]\d{1,5})?,?\s(?:${name}\s){1,4}?(?:street|avenue|road|lane|boulevard|drive|court|crescent|terrace|parkway|highway|square|close|mews|alley|turnpike|esplanade|st|ave|rd|ln|blvd|dr|ct|cres|ter|pkwy|hwy|sq|way|place|pl|circle|cir|grove|row|hill|gardens)(?![\p{L}\d])\.?${unit}`,
    0.8,
  ),
  // Lange Straße 12, Keizersgracht 10, Storgatan 3
  form(
    String.raw`(?:\p{L}[\p{L}.-]{1,30}(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|damm|ufer|chaussee|steig|stieg|kamp|graben|straat|laan|plein|gracht|kade|dijk|singel|gatan|vägen|vegen|veien|gade|stræde|stræti|katu|ntie|polku|utca|gata|vej)|\p{Lu}[\p{L}.-]{1,30}[ -](?:Straße|Strasse|Str\.|Weg|Platz|Allee|Ring|Gasse|Damm|Ufer|Markt|út|u\.|utca|tér)),?\s{1,2}${number}${town}`,
    0.85,
  ),
  // 12 bis, rue de la Paix
  form(
    String.raw`\d{1,4}(?:\s?(?:bis|ter|quater))?,?\s(?:rue|avenue|av\.|boulevard|bd|place|chemin|allée|impasse|quai|cours|route|square)\s(?:(?:de|du|des|la|le|les|l'|d'|saint|sainte)[ -]?){0,3}${name}(?:[ -]\p{Lu}[\p{L}'-]{1,24}){0,3}${town}`,
    0.85,
  ),
  // Calle de Alcalá, 12; Via Roma 3; ul. Długa 7; Rua Augusta, 100
  form(
    String.raw`(?:calle|c\/|avenida|avda\.?|av\.|paseo|plaza|pza\.|carrera|carretera|ronda|viale|piazza|corso|largo|vicolo|rua|travessa|praça|alameda|estrada|ul\.|ulica|al\.|aleja|aleje|os\.|strada|bulevardul|bd\.|ул\.|улица|проспект|пр\.|rue|boulevard|avenue)\s(?:(?:de|del|della|dei|di|do|da|dos|das|la|las|los|el|san|santa|du|des)\s){0,3}(?:${name}[ ]){0,3}${name},?\s(?:n[°º.o]{0,2}\.?\s?)?${number}${town}`,
    0.8,
  ),
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])Via\s(?:\p{Lu}[\p{L}'’.-]{1,24}\s|(?:di|del|della|dei|san|santa)\s){1,4}${number}`,
      "gu",
    ),
    certainty: 0.75,
  },
  form(
    String.raw`(?:p\.?\s?o\.?\s?box|postfach|postbus|apartado(?: postal| de correos)?|caixa postal|casella postale|boîte postale|psc|(?<=\d,? )box)\s?#?\d{1,6}`,
    0.85,
  ),
  form(String.raw`(?:apt|apartment|suite|flat)\.?\s#?\d{1,5}[a-z]?`, 0.6),
  // British, Canadian and United States postcodes; these last with their state.
  {
    pattern:
      /(?<![\p{L}\d-])(?:[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}|[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d|(?:A[KLRZEPA]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY]) \d{5}(?:-\d{4})?)(?![\p{L}\d-])/gu,
    certainty: 0.7,
  },
];
/** "5 people down the road": words that stand before such a noun, but never in a street's name. */
const plainWords =
  /\s(?:the|this|that|a|an|our|your|their|his|her|my|its|of|to|by|is|are|per|for|some|any|each|every|last|next|other|one|same|long|best|only|in|on|at|and|or|no)\s\S+$|(?:^|\s)(?:days?|weeks?|months?|years?|hours?|minutes?|people|users?|seats?|times?|percent|pages?|more|less|of|is|are|in|to|am|pm)\s/i;

/** Street addresses with a house number in English, German, Dutch, Nordic, French, Spanish, Italian, Portuguese and Polish forms; boxes, flats, postcodes. */
export function findStreetAddresses(text: string): Candidate[] {
  return forms.flatMap(({ pattern, certainty }, index) =>
    [...text.matchAll(pattern)]
      .filter(({ 0: whole }) => index > 0 || isStreet(whole))
      .map(({ 0: whole, index: from }) => ({ from, to: from + whole.length, certainty })),
  );
}

function isStreet(whole: string): boolean {
  return (
    !plainWords.test(whole) &&
    (/\s\p{Lu}/u.test(whole) ||
      /(?:street|avenue|road|lane|boulevard|parkway|\bst|\bave|\brd|\bblvd)\b/i.test(whole))
  );
}

function form(source: string, certainty: number): { pattern: RegExp; certainty: number } {
  return { pattern: new RegExp(String.raw`(?<![\p{L}\d.,/-])(?:${source})`, "giu"), certainty };
}
