/** Words that count, in English, German, French and Spanish; "one" and its like count only before units; Spanish "once" is left out, English has it too. */
const small = new Map<string, number>();
const add = (words: string, from: number, step = 1) =>
  words.split(" ").forEach((list, index) => {
    for (const word of list.split("|")) small.set(word, from + index * step);
  });
add(
  "one|ein|eine|einem|einen|einer|un|une|uno|una two|zwei|deux|dos three|drei|trois|tres four|vier|quatre|cuatro five|fünf|cinq|cinco six|sechs|seis " +
    "seven|sieben|sept|siete eight|acht|huit|ocho nine|neun|neuf|nueve ten|zehn|dix|diez eleven|elf|onze twelve|zwölf|douze|doce " +
    "thirteen|dreizehn|treize|trece fourteen|vierzehn|quatorze|catorce fifteen|fünfzehn|quinze|quince sixteen|sechzehn " +
    "seventeen|siebzehn eighteen|achtzehn nineteen|neunzehn",
  1,
);
add(
  "twenty|zwanzig|vingt|veinte thirty|dreißig|dreissig|trente|treinta forty|vierzig|quarante|cuarenta fifty|fünfzig|cinquante|cincuenta " +
    "sixty|sechzig|soixante|sesenta seventy|siebzig|setenta eighty|achtzig|ochenta ninety|neunzig|noventa",
  20,
  10,
);
const scales = new Map<string, number>(
  Object.entries({
    dozen: 12,
    hundred: 100,
    hundert: 100,
    cien: 100,
    k: 1e3,
    thousand: 1e3,
    tausend: 1e3,
    mille: 1e3,
    mil: 1e3,
    m: 1e6,
    mio: 1e6,
    million: 1e6,
    millionen: 1e6,
    bn: 1e9,
    billion: 1e9,
  }),
);

const smallWord = `(?:${[...small.keys()].toSorted((a, b) => b.length - a.length).join("|")})`;
const scaleWord = "(?:dozen|hundred|hundert|cien|thousand|tausend|mille|mil|million|millionen)";
const spelled = `(?:${smallWord}|(?:an?\\s+)?${scaleWord})(?:[\\s-]+(?:and\\s+|und\\s+)?(?:${smallWord}|${scaleWord})){0,6}`;
const digits = "\\d{1,3}(?:[.,'’\\u00a0\\u202f ]\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d+(?:[.,]\\d+)?";

/** The source of a pattern that finds a number as digits ("1,200", "1.5k", "1 200,50") or words ("two hundred and fifty"). */
export const numberPattern = `(?:(?:(?:${digits})(?:\\s?(?:k|m|mio|bn|thousand|tausend|million(?:en)?|billion|mille|mil|hundred|dozen)\\b\\.?)?)|\\b${spelled}\\b)`;

/** The value of what `numberPattern` found; NaN for anything else. */
export function numberOf(written: string): number {
  const text = written.toLowerCase().trim();
  const [, figures, scale] = /^(\d[\d.,'’\u00a0\u202f ]*?)\s?([a-z]+)?\.?$/u.exec(text) ?? [];
  if (figures !== undefined)
    return decimal(figures) * (scale === undefined ? 1 : (scales.get(scale) ?? Number.NaN));
  let total = 0;
  let part = 0;
  for (const word of text.split(/[\s-]+/)) {
    const [unit, scale] = [small.get(word), scales.get(word)];
    if (unit !== undefined) part += unit;
    else if (scale !== undefined && scale >= 1000) [total, part] = [total + Math.max(part, 1) * scale, 0];
    else if (scale !== undefined) part = Math.max(part, 1) * scale;
    else if (!/^(?:and|und|an?)$/.test(word)) return Number.NaN;
  }
  return total + part;
}

/** A separator before exactly three digits groups, any other one begins decimals; the last of two kinds does so. */
function decimal(figures: string): number {
  const plain = figures.replace(/['’\u00a0\u202f ]/g, "");
  const last = Math.max(plain.lastIndexOf("."), plain.lastIndexOf(","));
  if (last < 0) return Number(plain);
  const [mark, behind] = [plain.charAt(last), plain.slice(last + 1)];
  const other = mark === "." ? "," : ".";
  const isGrouped =
    behind.length === 3 &&
    !plain.includes(other) &&
    /^\d{1,3}(?:[.,]\d{3})+$/.test(plain) &&
    !plain.startsWith("0");
  if (isGrouped) return Number(plain.replace(/[.,]/g, ""));
  return Number(`${plain.slice(0, last).replace(/[.,]/g, "")}.${behind}`);
}
