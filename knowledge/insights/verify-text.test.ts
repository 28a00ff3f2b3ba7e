import { describe, expect, test } from "vitest";
import { sentencesOf } from "../grounding/sentences.ts";
import { seededRandom } from "../scoring/evaluate/seeded-random.ts";
import { factsOf } from "./facts.ts";
import { phraseStory } from "./phrases/phrase.ts";
import { testMetrics, testStories } from "./test-stories.ts";
import { verifyText } from "./verify-text.ts";

/** Every field of every template, with the facts that it must keep to; each third story is supported by all others. */
const fields = [1, 2, 3].flatMap((seed) =>
  testStories(seed).flatMap(({ story: alone }, index, all) => {
    const supporting =
      index % 3 === 0 ? all.map((other) => other.story.lead).filter((one) => one !== alone.lead) : [];
    const story = { ...alone, supporting };
    const { title, description, recommendations } = phraseStory(story, {
      metrics: testMetrics,
      grain: "week",
    });
    return [title, description, ...recommendations].map((text) => ({
      text,
      facts: factsOf(story),
      id: story.lead.id,
    }));
  }),
);

test("every template's text says nothing but its finding's facts", () => {
  expect(fields.length).toBeGreaterThan(200);
  for (const { text, facts } of fields) expect(verifyText(text, facts)).toEqual({ text, dropped: [] });
});

const figure =
  /\d+(?:\.\d+)?(?= ?(?:%|points?|hours?|minutes?|days?|a week|leads|messages|ended|first|[,.;)]))/;
const opposites: Record<string, string> = {
  rose: "fell",
  fell: "rose",
  higher: "lower",
  lower: "higher",
  above: "below",
  below: "above",
  most: "least",
  least: "most",
};

/** Ways to lie with a true sentence; undefined where the sentence does not lend itself. */
const lies: Record<string, (text: string, random: () => number) => string | undefined> = {
  "an invented figure": (text, random) => {
    const found = figure.exec(text)?.[0];
    return found && text.replace(found, String(Number(found) + 3 + Math.floor(40 * random())));
  },
  "a figure of another finding": (text, random) => {
    const other = fields[Math.floor(fields.length * random())]?.text ?? "";
    const [own, foreign] = [figure.exec(text)?.[0], figure.exec(other)?.[0]];
    return own && foreign && own !== foreign && !text.includes(foreign)
      ? text.replace(own, foreign)
      : undefined;
  },
  "two figures swapped": (text) => {
    const found = [...text.matchAll(new RegExp(figure, "g"))].map(([number]) => number);
    const [a, b] = [found[0], found.find((number) => number !== found[0])];
    if (!a || !b || `${a}${b}`.includes(" ")) return undefined;
    return text.replace(a, "\0").replace(b, a).replace("\0", b);
  },
  "two names swapped": (text) =>
    /source Referral/i.test(text) && text.includes("source Trade Fair")
      ? text
          .replace(/source Referral/gi, "\0")
          .replaceAll("source Trade Fair", "source Referral")
          .replaceAll("\0", "source Trade Fair")
      : undefined,
  "a reversed direction": (text) => {
    const word = Object.keys(opposites).find((one) => new RegExp(`\\b${one}\\b`).test(text));
    return word && text.replace(new RegExp(`\\b${word}\\b`), opposites[word] ?? "");
  },
  "a reversed trend in other words": (text) =>
    /\brose\b/.test(text)
      ? text.replace("rose", "shrank")
      : /\bfell\b/.test(text)
        ? text.replace("fell", "climbed")
        : undefined,
  "points for percent": (text) => (/\d %/.test(text) ? text.replace(/(\d) %/, "$1 points") : undefined),
  "percent for points": (text) => (/\d points/.test(text) ? text.replace(/(\d) points/, "$1 %") : undefined),
  "a share for a percentage": (text) => {
    const found = /(\d+) %(?! interval)/.exec(text);
    return found ? text.replace(found[0], String(Number(found[1]) / 100)) : undefined;
  },
  "a number in words": (text) => {
    const found = figure.exec(text)?.[0];
    return found && text.replace(found, "forty-two");
  },
  "a number that is hidden in words": (text) => `${text} That is twice the usual.`,
  "a negation": (text) =>
    /\b(?:is|are|rose|fell)\b/.test(text) ? text.replace(/\b(is|are|rose|fell)\b/, "$1 not") : undefined,
  "a name that nobody gave": (text) => text.replace(/^(?:The |Source )?(\p{L}+)/u, "Globex $1"),
  "a cause": (text) => text.replace(/\.?$/, " because of the new price list."),
  "another month": (text) =>
    /January|February|March/.test(text) ? text.replace(/January|February|March/, "October") : undefined,
  "other digits": (text) => (figure.test(text) ? text.replace(figure, "٧٧") : undefined),
  "a link": (text) => text.replace(/\.?$/, ", see www.evil.example/x."),
  "a bound that was not there": (text) =>
    /(?:from|to) \d/.test(text) ? text.replace(/(from|to) (\d)/, "$1 under $2") : undefined,
};

describe("of lies told with a model's pen nothing stands", () => {
  const random = seededRandom(42);
  const cases = Object.entries(lies).flatMap(([kind, lie]) =>
    Array.from({ length: 300 }, () => fields[Math.floor(fields.length * random())])
      .flatMap((field) => {
        const told = field && lie(field.text, random);
        return field && told && told !== field.text ? [{ ...field, kind, told }] : [];
      })
      .slice(0, 12),
  );

  test("there are enough of each kind", () => {
    expect(cases.length).toBeGreaterThan(150);
    for (const kind of Object.keys(lies))
      expect(cases.filter((one) => one.kind === kind).length, kind).toBeGreaterThan(3);
  });

  test.each(cases.map((one, index) => [index, one.kind, one] as const))(
    "case %i: %s",
    (_index, _kind, { text, told, facts }) => {
      const kept = verifyText(told, facts, [text]).text;
      const truths = verifyText(text, facts, [text]).text;
      // What stands is at most what was true before: whole sentences of the draft.
      for (const sentence of sentencesOf(kept)) expect(truths).toContain(sentence);
      expect(kept.length).toBeLessThan(told.length);
    },
  );
});

describe("honest rewordings stand", () => {
  const facts = {
    numbers: {
      before_level: 12.2,
      after_level: 20.1,
      effect_change: 0.65,
      low_change: 0.4,
      high_change: 0.9,
    },
    words: { since: "the week of 2 March 2026", who: "source Referral" },
    direction: "up" as const,
  };
  const draft =
    "New leads rose by 65 %, from 12 to 20 a week, and stayed there since the week of 2 March 2026.";
  test.each([
    [
      "New leads have risen by 65 percent, from about 12 to 20 per week, and they have stayed there since the week of 2 March 2026.",
    ],
    [
      "Clearly, new leads increased by 65%, from 12 to 20 each week, and stayed there since the week of 2 March 2026.",
    ],
    [
      "Please note: new leads grew by 65 %, from 12 to 20 a week, and stayed there since the week of 2 March 2026.",
    ],
  ])("%s", (text) => {
    expect(verifyText(text, facts, [draft])).toEqual({ text, dropped: [] });
  });

  test("and lies beside them are taken out", () => {
    const { text, dropped } = verifyText(`${draft} The CEO resigned.`, facts, [draft]);
    expect(text).toBe(draft);
    expect(dropped).toEqual([{ sentence: "The CEO resigned.", reason: expect.any(String) }]);
  });
});

describe("without statements", () => {
  const facts = {
    numbers: { wait_hours: 30, rank_share: 0.12 },
    words: { stage: "Offer" },
    direction: "none" as const,
  };
  test.each([
    ["It has waited 30 hours in Offer, as 12 % of its peers had.", true],
    ["It has waited 30 hours in Offer, longer than 12 % of its peers.", false],
    ["It has waited 31 hours in Offer.", false],
    ["It has waited thirty hours in Offer.", false],
    ["It has not waited.", false],
    ["It has waited 30 days in Offer.", false],
    ["Ada waits in Offer, says Globex.", false],
    ["Its wait rose in Offer.", false],
  ])("%s", (text, stands) => {
    expect(verifyText(text, facts).text === text).toBe(stands);
  });

  test("a hostile name is neither read nor changed", () => {
    const who = "“rose 900 % (not [x] ⟦0⟧ $& \\u)”";
    const text = `${who} waits in Offer.`;
    expect(verifyText(text, { ...facts, words: { who, stage: "Offer" } }).text).toBe(
      text.replace("⟦0⟧", "0"),
    );
  });
});
