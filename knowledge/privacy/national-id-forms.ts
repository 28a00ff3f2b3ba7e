import { passesLuhn, passesVerhoeff, weightedSum } from "./check-digits.ts";

/** How the official numbers of a country's people look. */
interface IdForm {
  pattern: RegExp;
  /** Tells numbers from others of their form, by check digits or dates; gets letters and digits alone. */
  accepts?: (characters: string) => boolean;
  /** Too like other numbers to count without being named. */
  needsCue?: boolean;
}

const form = (source: string, accepts?: IdForm["accepts"]): IdForm => ({
  pattern: new RegExp(
    String.raw`(?:(?<![\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\d+]|\d[./-])|(?<=(?<!\p{L})ssn))(?:${source})(?![\p{L}\d]|[./-]\d)`,
    "giu",
  ),
  ...(accepts && { accepts }),
});

/** Each from the public description of the issuing authority. */
export const idForms: readonly IdForm[] = [
  // United States: SSN and ITIN.
  form(String.raw`\d{3}( - |[ ./-])\d{2}\1\d{4}`, (id) => !/^(?:000|666)|^...00|0000$/.test(id)),
  // United Kingdom: national insurance.
  form(String.raw`[abceghj-prstw-z][abceghj-nprstw-z] ?\d\d ?\d\d ?\d\d ?[a-d]`),
  // Canada.
  { ...form(String.raw`\d{3}[ -]?\d{3}[ -]?\d{3}`, passesLuhn), needsCue: true },
  // France: sex, year, month, department, town, order, key.
  form(String.raw`[12] ?\d\d ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d\d|2[ab]) ?\d{3} ?\d{3} ?\d\d`, (id) => {
    const body = Number(id.slice(0, 13).replace("2A", "19").replace("2B", "18"));
    return 97 - (body % 97) === Number(id.slice(13));
  }),
  // Spain: DNI and NIE.
  form(String.raw`(?:\d{8}|\d\d\.\d{3}\.\d{3}|[xyz][ -]?\d{7})[ -]?[a-hj-np-tv-z]`, (id) => {
    const number = Number(id.slice(0, -1).replace("X", "0").replace("Y", "1").replace("Z", "2"));
    return "TRWAGMYFPDXBNJZSQVHLCKE"[number % 23] === id.at(-1);
  }),
  // Italy.
  form(String.raw`[a-z]{6} ?\d\d[a-ehlmprst]\d\d ?[a-z]\d{3}[a-z]`),
  // Germany: tax number and social insurance.
  { ...form(String.raw`[1-9]\d ?\d{3} ?\d{3} ?\d{3}`), needsCue: true },
  form(String.raw`\d\d ?(?:0[1-9]|[1-5]\d)(?:0[1-9]|1[0-2])\d\d ?[a-z] ?\d{3}`),
  // Netherlands.
  {
    ...form(
      String.raw`\d{9}|\d{3} \d{3} \d{3}|\d{4}[ .]\d{2}[ .]\d{3}`,
      (id) => weightedSum(id, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0,
    ),
    needsCue: true,
  },
  // Belgium.
  form(String.raw`\d\d\.?(?:[024][1-9]|[135][0-2])\.?[0-3]\d[-.]?\d{3}[.-]?\d\d`, (id) => {
    const body = id.slice(0, 9);
    return [body, `2${body}`].some((number) => 97 - (Number(number) % 97) === Number(id.slice(9)));
  }),
  // Switzerland.
  form(String.raw`756\.?\d{4}\.?\d{4}\.?\d\d`, (id) => weightedSum(id, [1, 3]) % 10 === 0),
  // Sweden, and Denmark with the same outline.
  form(String.raw`(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+]\d{4}`),
  form(String.raw`(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d ?- ?\d{4}`),
  // Finland.
  form(String.raw`(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d[-+a-fu-y]\d{3}[\da-fhj-np-y]`, (id) => {
    const [number, check] =
      id.length === 11 ? [id.slice(0, 6) + id.slice(7, 10), id[10]] : [id.slice(0, 9), id[9]];
    return "0123456789ABCDEFHJKLMNPRSTUVWXY"[Number(number) % 31] === check;
  }),
  // Norway.
  form(String.raw`[0-7]\d[0-5]\d{3} ?\d{5}`, (id) => {
    const first = weightedSum(id, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1, 0]) % 11;
    return first === 0 && weightedSum(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
  }),
  // Poland.
  form(
    String.raw`\d\d[0-3]\d[0-3]\d{6}`,
    (id) => isDayAndMonth(id.slice(2, 6)) && weightedSum(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0,
  ),
  // Czechia and Slovakia.
  form(String.raw`\d\d(?:[05]\d|[1-8]\d)[0-3]\d\/\d{3,4}`),
  // Brazil: persons and firms.
  form(String.raw`\d{3}\.\d{3}\.\d{3}-\d\d|\d\d\.\d{3}\.\d{3}\/\d{4}-\d\d`),
  { ...form(String.raw`\d{11}`), needsCue: true },
  // Chile and Argentina.
  form(String.raw`\d{1,2}\.\d{3}\.\d{3}-[\dk]|(?:20|2[3457]|3[034])-\d{8}-\d`),
  // Mexico.
  form(
    String.raw`[a-z][aeiou][a-z]{2}\d{6}[hm][a-z]{5}[a-z\d]\d|[a-z&ñ]{3,4}\d\d(?:0[1-9]|1[0-2])[0-3]\d[a-z\d]{3}`,
  ),
  // India: Aadhaar and PAN.
  form(String.raw`[2-9]\d{3} \d{4} \d{4}`, passesVerhoeff),
  { ...form(String.raw`[2-9]\d{3}[ -]?\d{4}[ -]?\d{4}`), needsCue: true },
  form(String.raw`[a-z]{3}[abcfghljpt][a-z]\d{4}[a-z]`),
  // Turkey.
  form(String.raw`[1-9]\d{10}`, (id) => {
    const odd = weightedSum(id.slice(0, 9), [1, 0]);
    const tenth = (odd * 7 - weightedSum(id.slice(0, 8), [0, 1]) + 100) % 10;
    return tenth === Number(id[9]) && weightedSum(id.slice(0, 10), [1]) % 10 === Number(id[10]);
  }),
  // China, South Korea, Singapore.
  form(String.raw`[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d{4}[\dx]`),
  form(String.raw`\d\d(?:0[1-9]|1[0-2])[0-3]\d-[1-8]\d{6}`),
  form(String.raw`[stfgm]\d{7}[a-z]`),
  // South Africa.
  form(
    String.raw`\d\d(?:0[1-9]|1[0-2])[0-3]\d ?\d{4} ?[012]\d\d`,
    (id) => passesLuhn(id) && isDayAndMonth(id.slice(2, 6)),
  ),
  // Australia: tax file number.
  {
    ...form(
      String.raw`\d{3} ?\d{3} ?\d{3}`,
      (id) => weightedSum(id, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
    ),
    needsCue: true,
  },
  // Estonia and Lithuania; Romania; Bulgaria is too like a plain number.
  { ...form(String.raw`[1-8]\d\d(?:0[1-9]|1[0-2])[0-3]\d{5}(?:\d\d)?`), needsCue: true },
  // Portugal's and others' plain numbers.
  { ...form(String.raw`\d{8,9}`), needsCue: true },
];

/** MMDD of a plausible day; some countries add 20, 40, 60 or 80 to the month to tell the century. */
function isDayAndMonth(digits: string): boolean {
  const [month, day] = [Number(digits.slice(0, 2)) % 20, Number(digits.slice(2))];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
