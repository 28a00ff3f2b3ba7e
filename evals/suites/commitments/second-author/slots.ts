import type { Draw } from "../draw.ts";

export type Language = "en" | "de" | "fr" | "es";
export type Slots = Readonly<Record<string, string>>;

const brands = ["Tarn", "Veles", "Odelle", "Brisk", "Halden", "Kestrel", "Mirov", "Sorrel", "Pavo", "Quill"];
const things: Readonly<Record<Language, readonly string[]>> = {
  en: ["router", "coffee machine", "standing desk", "label printer", "sensor kit", "tablet stand", "scanner"],
  de: ["Drucker", "Router", "Sensor", "Schreibtisch"],
  fr: ["routeur", "moniteur", "capteur", "bureau"],
  es: ["router", "monitor", "sensor", "escritorio"],
};
const plans = ["Sprout", "Harbour", "Atlas", "Beacon", "Meadow"];
const cities = ["Porto", "Leeds", "Graz", "Ghent", "Aarhus", "Turin"];
/** The team writes on a Monday and is asked on a Wednesday: what is still to come then. */
const weekdays = ["Thursday", "Friday", "Saturday"];
const months = [
  ["January", "Januar", "janvier", "enero"],
  ["March", "März", "mars", "marzo"],
  ["May", "Mai", "mai", "mayo"],
  ["June", "Juni", "juin", "junio"],
  ["September", "September", "septembre", "septiembre"],
  ["December", "Dezember", "décembre", "diciembre"],
] as const;
const percents = [
  ["10", "ten"],
  ["15", "fifteen"],
  ["20", "twenty"],
  ["25", "twenty-five"],
  ["30", "thirty"],
] as const;
const numbers = ["three", "four", "five", "six", "seven", "eight", "nine", "ten"] as const;

/** The values of a thread, in the ways in which they are written. */
export function drawSlots(draw: Draw, language: Language): Slots {
  const thing = draw.pick(things[language]);
  const named = (brand: string) => (language === "en" ? `${brand} ${thing}` : `${thing} ${brand}`);
  const brand = draw.pick(brands);
  const plan = draw.pick(plans);
  const city = draw.pick(cities);
  const month = draw.pick(months);
  const quantity = draw.whole(11, 60);
  return {
    x: named(brand),
    xOther: named(draw.other(brands, brand)),
    plan,
    planOther: draw.other(plans, plan),
    city,
    cityOther: draw.other(cities, city),
    weekday: draw.pick(weekdays),
    month: month[0],
    monthOther: draw.other(months, month)[0],
    monatDe: month[1],
    moisFr: month[2],
    mesEs: month[3],
    qty: String(quantity),
    qtyMore: String(quantity * 2),
    ...valueSlots(draw),
  };
}

/** The same thread with other values; `keep` names slots that stay. */
export function otherValues(draw: Draw, slots: Slots, keep: readonly string[] = []): Slots {
  const values = valueSlots(draw);
  const same = Object.entries(values).some(([name, value]) => slots[name] === value);
  if (same) return otherValues(draw, slots, keep);
  const kept = Object.fromEntries(keep.map((name) => [name, slots[name] ?? ""]));
  return {
    ...slots,
    ...values,
    weekday: draw.other(weekdays, slots.weekday ?? ""),
    qty: slots.qtyMore ?? "",
    ...kept,
  };
}

export function fill(text: string, slots: Slots): string {
  const filled = text.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new RangeError(`no slot ${name}`);
    return value;
  });
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

function valueSlots(draw: Draw): Slots {
  const thousand = draw.whole(1, 9);
  const rest = String(draw.whole(100, 989));
  const k = draw.whole(2, 9);
  const [pct, pctWord] = draw.pick(percents);
  const n = draw.whole(3, 10);
  const rate = String(draw.whole(12, 89));
  return {
    $amount: `$${thousand},${rest}`,
    $thousands: `$${k},000`,
    $k: `$${k}k`,
    $rate: `$${rate}`,
    rate,
    amount: `${thousand},${rest}`,
    "amount.": `${thousand}.${rest}`,
    "amount ": `${thousand} ${rest}`,
    thousands: `${k},000`,
    k: `${k}k`,
    pct,
    pctWord,
    n: String(n),
    nWord: numbers[n - 3] ?? "",
    day: String(draw.whole(2, 27)),
    d: String(draw.whole(1, 9)),
  };
}
