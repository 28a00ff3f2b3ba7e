import { type Draw, drawFrom } from "../draw.ts";
import type { Asking } from "./asking.ts";
import { englishMoney } from "./english-money.ts";
import { englishTime } from "./english-time.ts";
import { addedPromises, loosePromises, smallTalk } from "./loose-promises.ts";
import { french, german, spanish } from "./other-languages.ts";
import { drawSlots, fill, type Language, otherValues, type Slots } from "./slots.ts";
import { type Told, threadOf, type WrittenReply } from "./thread-of.ts";

/** A reply that promises, and whether a source lets it. */
export interface SecondCase extends WrittenReply {
  topic: string;
  language: Language;
  supported: boolean;
  /** How the value came into the thread, or what is wrong with what did. */
  ground: string;
  promise: string;
  /** If any of these stands in the reply, the promise left. */
  tells: readonly string[];
}

type Drawn = { draw: Draw; language: Language; slots: Slots; asking: Asking; at: number };
type Ground = Pick<SecondCase, "ground"> & Partial<Told> & { promise?: string; tells?: readonly string[] };

const askings: Readonly<Record<Language, readonly Asking[]>> = {
  en: [...englishMoney, ...englishTime],
  de: german,
  fr: french,
  es: spanish,
};
const turns: readonly Language[] = ["en", "en", "de", "en", "fr", "en", "es", "en"];
const missing = [
  wrong,
  loose,
  otherThing,
  wrong,
  superseded,
  wrong,
  added,
  contradiction,
  wrong,
  claim,
  loose,
  otherValue,
  toAnother,
];

/** So many threads, every other one with a source; five of eight are English. */
export function secondCases(count: number, fresh?: string): SecondCase[] {
  const seen = new Map<string, number>();
  return Array.from({ length: count }, (_, no) => {
    const supported = no % 2 === 0;
    const language = turns[Math.floor(no / 2) % turns.length] ?? "en";
    const at = seen.get(`${language} ${supported}`) ?? 0;
    seen.set(`${language} ${supported}`, at + 1);
    return caseOf({ no, at, language, supported, fresh });
  });
}

function caseOf(place: {
  no: number;
  at: number;
  language: Language;
  supported: boolean;
  fresh: string | undefined;
}): SecondCase {
  const { no, at, language, supported, fresh } = place;
  const draw = drawFrom(`second ${fresh ?? ""} ${no}`);
  const asking = askings[language][at % askings[language].length];
  if (!asking) throw new RangeError("nothing asked");
  const slots = drawSlots(draw, language);
  const drawn = { draw, language, slots, asking, at };
  const miss = missing[((no - 1) / 2) % missing.length] ?? wrong;
  const {
    ground,
    promise = draw.pick(asking.promises),
    tells = asking.tells,
    ...told
  } = supported ? support(drawn) : miss(drawn);
  const said = fill(promise, slots);
  return {
    ...threadOf(draw, {
      language,
      asked: fill(asking.asked, slots),
      earlier: [],
      record: [],
      articles: [],
      replies: [],
      ...told,
      body: [said],
    }),
    topic: asking.topic,
    language,
    supported,
    ground,
    promise: said,
    tells: tells.map((text) => fill(text, slots)),
  };
}

function support({ asking, slots, at, language }: Drawn): Ground {
  const fact = fill(asking.fact, slots);
  const talk = fill(smallTalk[language][0] ?? "", slots);
  const grounds: Ground[] = [
    { ground: "our message", earlier: [{ ours: true, text: fact }], articles: [talk] },
    { ground: "article", articles: [`${talk} ${fact}`] },
    { ground: "record", record: [fact], articles: [talk] },
  ];
  return grounds[asking.onlyOurs ? 0 : at % 3] ?? { ground: "article", articles: [fact] };
}

function wrong({ draw, asking, slots }: Drawn): Ground {
  const miss = draw.pick(asking.misses);
  const text = fill(miss.text, slots);
  const isOurs = asking.onlyOurs || miss.wrong === "asked by us" || draw.chance(0.4);
  return { ground: miss.wrong, ...(isOurs ? { earlier: [{ ours: true, text }] } : { articles: [text] }) };
}

function otherThing({ asking, slots }: Drawn): Ground {
  const other = { ...slots, x: slots.xOther ?? "", plan: slots.planOther ?? "" };
  return { ground: "another product", articles: [fill(asking.fact, other)] };
}

function otherValue(drawn: Drawn): Ground {
  const { draw, asking, slots } = drawn;
  const text = fill(asking.fact, another(draw, asking, slots));
  return text === fill(asking.fact, slots)
    ? wrong(drawn)
    : { ground: "another value", articles: [text], tells: valueTells(drawn) };
}

/** We wrote one value, and later another. */
function superseded(drawn: Drawn): Ground {
  const { draw, asking, slots } = drawn;
  const [old, now] = [fill(asking.fact, slots), fill(asking.fact, another(draw, asking, slots))];
  if (old === now) return wrong(drawn);
  return {
    ground: "old value",
    tells: valueTells(drawn),
    earlier: [
      { ours: true, text: old },
      { ours: false, text: "Thanks." },
      { ours: true, text: now },
    ],
  };
}

/** Two articles say different things, and neither says since when. */
function contradiction(drawn: Drawn): Ground {
  const { draw, asking, slots } = drawn;
  const both = [fill(asking.fact, slots), fill(asking.fact, another(draw, asking, slots))];
  if (both[0] === both[1]) return wrong(drawn);
  return {
    ground: "two values",
    tells: valueTells(drawn),
    articles: draw.chance(0.5) ? both : both.toReversed(),
  };
}

function claim({ asking, slots, draw }: Drawn): Ground {
  const fact = fill(asking.fact, slots);
  if (draw.chance(0.5))
    return {
      ground: "customer's claim",
      earlier: [
        { ours: false, text: fact },
        { ours: true, text: `Thanks, I will look into it.\n\nOn Friday you wrote:\n> ${fact}` },
      ],
    };
  return { ground: "customer's claim", around: `Your colleague told me on the phone: "${fact}" ` };
}

/** Another discount for as many pieces: for more pieces it would be a scale, and true beside the first. */
function another(draw: Draw, { fact }: Asking, slots: Slots): Slots {
  return otherValues(draw, slots, fact.includes("{pct}") ? ["qty"] : []);
}

/** Where only the value is another one, the thing itself may be named. */
function valueTells({ asking }: Drawn): readonly string[] {
  const values = asking.tells.filter((text) => text.includes("{"));
  return values.length > 0 ? values : [" {n} "];
}

function toAnother({ asking, slots }: Drawn): Ground {
  return { ground: "told to another customer", replies: [fill(asking.fact, slots)] };
}

function added({ asking, slots, draw }: Drawn): Ground {
  const extra = draw.pick(addedPromises);
  const promise = `${(asking.promises[0] ?? "").replace(/\.$/, "")}${extra.text}.`;
  return {
    ground: "added to a supported one",
    earlier: [{ ours: true, text: fill(asking.fact, slots) }],
    promise,
    tells: [extra.tells],
  };
}

function loose({ language, slots, at }: Drawn): Ground {
  const of = loosePromises[language];
  const { text, tells } = of[Math.floor(at / 2) % of.length] ?? { text: "", tells: "" };
  return {
    ground: "nothing",
    articles: smallTalk[language].map((talk) => fill(talk, slots)),
    promise: text,
    tells: [tells],
  };
}
