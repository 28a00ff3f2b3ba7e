import type { Commitment } from "./commitment.ts";
import { dayAfter, daysUntil, monthDay, monthOf, monthPattern, weekdayOf, weekdayPattern } from "./days.ts";

const day = String.raw`(?:the\s+)?(\d{1,2})(?:st|nd|rd|th|er|º|\.)?`;
const year = String.raw`(?:,?\s+(?:de\s+)?((?:19|20)\d\d)\b)?`;

interface Form {
  pattern: RegExp;
  /** The value; undefined: no date after all. */
  read: (match: readonly string[], now: Date | null) => string | undefined;
}

/** What tells a day by itself; a weekday beside a date adds nothing. */
const weekdayBefore = String.raw`(?:\b${weekdayPattern},?\s+(?:the\s+|den\s+|le\s+|el\s+)?)?`;
const forms: readonly Form[] = [
  { pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/g, read: ([, y, m, d]) => `${y}-${m}-${d}` },
  {
    pattern: new RegExp(
      `${weekdayBefore}\\b${day}\\s+(?:of\\s+|de\\s+)?(${monthPattern})\\b(?:\\.(?=,?\\s*\\d))?${year}`,
      "giu",
    ),
    read: ([, d = "", m = "", y]) => dated(y, monthOf(m), Number(d)),
  },
  {
    pattern: new RegExp(
      `${weekdayBefore}\\b(${monthPattern})\\b\\.?\\s+${day}(?!\\d|[.,:]\\d)\\b${year}`,
      "giu",
    ),
    read: ([, m = "", d = "", y]) => dated(y, monthOf(m), Number(d)),
  },
  {
    pattern: /(?<![\d.])\b(\d{1,2})\.\s?(\d{1,2})\.(?:\s?((?:20)?\d\d)\b)?(?![\d])/g,
    read: ([, d = "", m = "", y]) => dated(y?.length === 2 ? `20${y}` : y, Number(m), Number(d)),
  },
  // 05/06 is read by nobody for certain: only the same writing is the same day.
  { pattern: /(?<![\d/])\d{1,2}\/\d{1,2}(?:\/(?:20)?\d\d)?(?![\d/])/g, read: ([whole]) => `s:${whole}` },
  {
    pattern: new RegExp(
      `\\b(?:next|this|coming|nächsten|kommenden)?\\s*\\b(${weekdayPattern})\\b(?:\\s+(?:next week|prochain|próximo))?`,
      "giu",
    ),
    read: ([whole = "", name = ""], now) => ofWeekday(whole, name, now),
  },
  {
    pattern: /\b(?:day after tomorrow|übermorgen|après-demain|pasado mañana)\b/giu,
    read: (_, now) => relative(now, 2, "in 2 days"),
  },
  {
    pattern: /\b(?:tomorrow|(?<!guten )morgen(?! früh)|morgen früh|demain|mañana)\b/giu,
    read: (_, now) => relative(now, 1, "tomorrow"),
  },
  {
    pattern: /\b(?:today|tonight|this (?:morning|afternoon|evening)|heute|aujourd['’]hui|hoy)\b/giu,
    read: (_, now) => relative(now, 0, "today"),
  },
  {
    pattern:
      /\b(?:(?:(?:by )?(?:the )?(?:end|beginning|middle) of )?(?:the |this |next |the coming )(?:week|month|quarter|year)|(?:diese|nächste|kommende)[rnsm]? (?:woche|monat|quartal|jahr)|(?:ende|anfang|mitte) (?:der woche|des monats|des jahres)|la semaine prochaine|cette semaine|le mois prochain|(?:la próxima|esta) semana|el próximo mes)\b/giu,
    read: ([whole = ""], now) =>
      /^the (?:week|month|quarter|year)$/i.test(whole)
        ? undefined
        : `${whole.toLowerCase()}${now ? ` of ${periodOf(whole, now)}` : ""}`,
  },
  {
    pattern: /\b(?:q[1-4]|[1-4]\. quartal)(?:\s+(?:20)\d\d)?\b/giu,
    read: ([whole = ""]) => whole.toLowerCase().replace(". quartal", "").replace(/^q/, ""),
  },
  {
    pattern: new RegExp(
      `\\b(?:in|by|until|since|from|early|mid|late|im|bis|ab|ende|anfang|mitte|en|fin|début|before|end of|beginning of)[\\s-]+(${monthPattern})\\b(?:\\s+((?:19|20)\\d\\d))?`,
      "giu",
    ),
    read: ([whole = "", m = "", y = ""]) =>
      /^(?:in|en) (?:mar|may)$/.test(whole) ? undefined : `month ${monthOf(m)}${y}`,
  },
  {
    pattern:
      /\b(?:the\s+)(\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:floor|of\s+\p{L}+\s+(?:step|time)|time|version|generation|edition|century|party))/giu,
    read: ([, d]) => `the ${d}`,
  },
];
const hour = String.raw`(\d{1,2})(?:[:.h](\d{2}))?`;
const times: readonly Form[] = [
  {
    pattern: new RegExp(`\\b${hour}\\s?([ap])\\.?m\\b`, "giu"),
    read: ([, h = "", m = "0", half = ""]) => minutes((Number(h) % 12) + (/p/i.test(half) ? 12 : 0), m),
  },
  {
    pattern: /(?<![\d.,:])(\d{1,2}):(\d{2})(?!\d|:)(?:\s?(?:uhr|hrs|h)\b)?/giu,
    read: ([, h = "", m = "0"]) => minutes(Number(h), m),
  },
  {
    pattern: /(?<![\d.,:])(\d{1,2})(?:[.:](\d{2}))?(?=\s*(?:bis|-|–)\s*\d{1,2}(?:[.:]\d{2})?\s?uhr\b)/giu,
    read: ([, h = "", m = "0"]) => minutes(Number(h), m || "0"),
  },
  {
    pattern: /\b(\d{1,2})(?:[.:](\d{2}))?\s?uhr\b/giu,
    read: ([, h = "", m = "0"]) => minutes(Number(h), m || "0"),
  },
  {
    pattern: /\b(\d{1,2})\s?h\s?(\d{2})?\b(?=[^\p{L}]|$)/giu,
    read: ([, h = "", m = "0"]) => (Number(h) < 24 ? minutes(Number(h), m || "0") : undefined),
  },
  { pattern: /\b(?:at )?(?:noon|midday|mittags?|midi|mediodía)\b/giu, read: () => "t:720" },
  {
    pattern: /\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o['’]clock\b/giu,
    read: ([, h = ""]) => `clock ${h.toLowerCase()}`,
  },
];

/**
 * Days and times of day: "05-03", with its year "2025-05-03" where it is written, "t:600" for 10:00. What is told from today
 * ("tomorrow", "on Monday") becomes its day when `now` is known, and stays as it stands where it is not, as in an article.
 */
export function findDates(sentence: string, now: Date | null): Commitment[] {
  const found: Commitment[] = [];
  for (const { pattern, read } of [...forms, ...times]) {
    for (const match of sentence.matchAll(pattern)) {
      const [from, to] = [
        match.index + (match[0].length - match[0].trimStart().length),
        match.index + match[0].trimEnd().length,
      ];
      if (found.some((other) => from < other.to && to > other.from)) continue;
      const value = read(match, now);
      if (value !== undefined) found.push({ kind: "date", value, from, to });
    }
  }
  return found.toSorted((a, b) => a.from - b.from);
}

function dated(y: string | undefined, month: number, d: number): string | undefined {
  if (month < 1 || month > 12 || d < 1 || d > 31) return undefined;
  return y ? `${y}-${monthDay(month, d)}` : monthDay(month, d);
}

function ofWeekday(whole: string, name: string, now: Date | null): string | undefined {
  const weekday = weekdayOf(name);
  if (weekday < 0) return undefined;
  // "Mondays" and the opening hours of articles come round each week.
  if (now === null || /s$/i.test(name)) return `weekday ${weekday}`;
  if (/\bnext\b|prochain|próximo|nächst/i.test(whole))
    return `next ${weekday} of ${now.toISOString().slice(0, 10)}`;
  return dayAfter(now, daysUntil(weekday, now));
}

function relative(now: Date | null, days: number, word: string): string {
  return now ? dayAfter(now, days) : word;
}

/** The week (by its Monday), month or year that a word such as "next week" counts from. */
function periodOf(whole: string, now: Date): string {
  const day = now.toISOString().slice(0, 10);
  if (/year|jahr|année|año/iu.test(whole)) return day.slice(0, 4);
  if (/month|monat|mois|mes/iu.test(whole)) return day.slice(0, 7);
  if (/quarter|quartal|trimestre/iu.test(whole))
    return `${day.slice(0, 4)} ${Math.floor(now.getUTCMonth() / 3) + 1}`;
  return `week ${dayAfter(now, -((now.getUTCDay() + 6) % 7))}`;
}

function minutes(hours: number, rest: string): string | undefined {
  const total = hours * 60 + Number(rest);
  return hours < 25 && Number(rest) < 60 ? `t:${total}` : undefined;
}
