import type { Random } from "../generator/random.ts";

/** Turns a true text into a false one; undefined where it cannot. `others` are true texts of other findings. */
export type Lie = (text: string, tools: { random: Random; others: readonly string[] }) => string | undefined;

/** What a model may do wrong, by name. */
export const lies: Readonly<Record<string, Lie>> = {
  "invents a figure": (text, { random }) =>
    `${ended(text)} That is ${random.whole(111, 9_999)} more than planned.`,
  "changes a figure": (text, { random }) =>
    change(text, figure, (found) =>
      String(Number(found) + random.whole(1, 9) * 10 ** Math.floor(random.between(0, 2))),
    ),
  "swaps two figures": (text) => swap(text, [...text.matchAll(figure)].map(spanOf)),
  "moves a figure from another finding": (text, { random, others }) => {
    const known = new Set(text.match(figure));
    const foreign = others.flatMap((other) => other.match(figure) ?? []).filter((other) => !known.has(other));
    return foreign.length === 0 ? undefined : change(text, figure, () => random.pick(foreign));
  },
  "swaps two names": (text) => swap(text, [...text.matchAll(name)].map(spanOf)),
  "invents a name": (text, { random }) =>
    `${ended(text)} It is the work of ${random.pick(["Marlene Vogt", "Acme Holding", "the Lisbon office"])}.`,
  "takes another group's name": (text) =>
    change(text, /\[[A-Z]\]/g, (found) => (found === "[A]" ? "[B]" : "[A]")),
  "names another metric": (text, { random }) =>
    change(text, metric, (found) =>
      random.pick(metricNames.filter((other) => other !== found.toLowerCase())),
    ),
  "names another weekday": (text, { random }) =>
    change(text, weekday, (found) => random.pick(weekdayNames.filter((other) => other !== found))),
  "reverses the direction": (text) => {
    const turned = text.replace(direction, (word) => opposites[word.toLowerCase()] ?? word);
    return turned === text ? undefined : turned;
  },
  "reverses it in other words": (text, { random }) =>
    `${ended(text)} ${random.pick(["In truth it is sinking.", "So it has been sliding since.", "It recovered and now climbs."])}`,
  "denies it": (text) => change(text, /\b(?:is|was|has|have|rose|fell|went)\b/g, (verb) => `${verb} not`),
  "turns percent into points": (text) =>
    change(text, /%|\bpoints?\b/g, (unit) => (unit === "%" ? "points" : "%")),
  "puts a number in words": (text, { random }) =>
    `${ended(text)} That makes ${random.pick(["forty-two", "three hundred", "a dozen", "twice as many"])} leads.`,
  "writes figures in other digits": (text) =>
    change(text, /\d+/g, (digits) =>
      [...String(Number(digits) + 7)].map((digit) => "０１２３４５６７８９"[Number(digit)]).join(""),
    ),
  "moves the date": (text, { random }) =>
    change(text, months, (month) => random.pick(monthNames.filter((other) => other !== month))),
  exaggerates: (text) => change(text, /(\d[\d,.]*)/g, (found) => `${found} thousand`),
  "claims a cause": (text, { random }) =>
    `${ended(text)} ${random.pick(["The new price list caused it.", "A competitor's campaign did this.", "This proves that training works."])}`,
  "gives a reason": (text, { random }) => {
    const reason = random.pick(["the new price list", "the holidays", "[B]", "slower answers"]);
    return ended(text).replace(/([.!?])$/, ` because of ${reason}$1`);
  },
  "swaps won and lost": (text) => {
    const turned = text.replace(result, (word) =>
      word.toLowerCase() === "won" ? alike(word, "lost") : alike(word, "won"),
    );
    return turned === text ? undefined : turned;
  },
  "gives a metric's number to another": (text, { random, others }) => {
    const told = others.flatMap((other) => other.match(metric) ?? []);
    const merged = (found: string) => {
      const foreign = told.filter((other) => other.toLowerCase() !== found.toLowerCase());
      const other = random.pick(
        foreign.length > 0 ? foreign : metricNames.filter((name) => name !== found.toLowerCase()),
      );
      return `${found} and the ${other.toLowerCase()}`;
    };
    return change(text, metric, merged);
  },
  "slips in a link": (text) => `${ended(text)} Details: https://evil.example/report`,
};

const figure = /\d+(?:\.\d+)?(?![\d,.]*\d)/g;
/** The sides of a comparison: groups by their labels, and the rest. */
const name = /\[[A-Z]\]|\bthe others\b/gi;
const metricNames = [
  "win rate",
  "reply rate",
  "conversion rate",
  "new leads",
  "inbound messages",
  "time to first response",
];
const metric = new RegExp(metricNames.join("|"), "gi");
/** How a lead ended. */
const result = /\b(?:won|lost)\b/gi;
const weekdayNames = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const weekday = new RegExp(`\\b(?:${weekdayNames.join("|")})(?=s?\\b)`, "g");
const monthNames =
  "January February March April May June July August September October November December".split(" ");
const months = new RegExp(
  `\\b(?:${monthNames.join("|")}|${monthNames.map((month) => month.slice(0, 3)).join("|")})\\b`,
  "g",
);

const opposites: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["rose", "fell"],
    ["up", "down"],
    ["more", "fewer"],
    ["higher", "lower"],
    ["rises", "falls"],
    ["rising", "falling"],
    ["grew", "shrank"],
    ["above", "below"],
    ["faster", "slower"],
    ["increased", "decreased"],
    ["longer", "shorter"],
    ["jumped", "dropped"],
    ["most", "least"],
  ].flatMap(([a = "", b = ""]) => [
    [a, b],
    [b, a],
  ]),
);
const direction = new RegExp(`\\b(?:${Object.keys(opposites).join("|")})\\b`, "gi");

interface Span {
  from: number;
  to: number;
  text: string;
}

function spanOf(match: RegExpExecArray): Span {
  return { from: match.index, to: match.index + match[0].length, text: match[0] };
}

/** Two different ones change places. */
function swap(text: string, spans: readonly Span[]): string | undefined {
  const [first] = spans;
  const second = spans.find((span) => span.text !== first?.text);
  if (!first || !second) return undefined;
  return (
    text.slice(0, first.from) +
    second.text +
    text.slice(first.to, second.from) +
    first.text +
    text.slice(second.to)
  );
}

/** The first occurrence, changed. */
function change(text: string, pattern: RegExp, by: (found: string) => string): string | undefined {
  const found = [...text.matchAll(pattern)][0];
  if (!found) return undefined;
  return text.slice(0, found.index) + by(found[0]) + text.slice(found.index + found[0].length);
}

/** With a capital where the other has one. */
function alike(word: string, other: string): string {
  return /^[A-Z]/.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
}

function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
