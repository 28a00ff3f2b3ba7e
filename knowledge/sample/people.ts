import type { Company } from "./companies.ts";
import type { Language } from "./language.ts";
import type { Random } from "./random.ts";

/** A made-up person who asks the studio for something. */
export interface Person {
  first: string;
  last: string;
  email: string;
  phone: string;
  position: string;
  language: Language;
  voice: Voice;
}

/** How somebody writes, whatever they think. */
export interface Voice {
  tone: "formal" | "friendly" | "terse";
  lowercase: boolean;
  /** What their mail program adds, or "". */
  footer: string;
}

/** Positions and how much their holders usually may decide, 0 to 1. */
export const positions: Readonly<Record<string, number>> = {
  Owner: 1,
  "Managing Director": 0.95,
  Partner: 0.85,
  "Operations Manager": 0.6,
  "Marketing Manager": 0.55,
  "Practice Manager": 0.5,
  "Head of Sales": 0.6,
  "IT Coordinator": 0.35,
  "Office Manager": 0.3,
  "Marketing Assistant": 0.1,
};

const positionWeights = {
  Owner: 25,
  "Managing Director": 15,
  Partner: 9,
  "Operations Manager": 11,
  "Marketing Manager": 15,
  "Practice Manager": 7,
  "Head of Sales": 6,
  "IT Coordinator": 5,
  "Office Manager": 11,
  "Marketing Assistant": 9,
};

/** Share of people in a German- or French-speaking country who write their own language to a Dublin studio. */
const nativeShare = 0.6;

/** Makes up one person of a company. `index` keeps phone numbers apart. */
export function createPerson(random: Random, company: Company, index: number): Person {
  const first = random.pick(company.country.first);
  const last = random.pick(company.country.last);
  const native = random.chance(nativeShare);
  return {
    first,
    last,
    email: `${localPart(random, first, last)}@${company.domain}`,
    phone: `${company.country.dial}-${String((index * 37) % 10_000).padStart(4, "0")}`,
    position: random.weighted(positionWeights),
    language: native ? company.country.language : "en",
    voice: createVoice(random),
  };
}

function localPart(random: Random, first: string, last: string): string {
  const [f, l] = [first, last].map((name) =>
    name
      .normalize("NFD")
      .replace(/[^A-Za-z]/g, "")
      .toLowerCase(),
  );
  return random.pick([`${f}.${l}`, `${f}.${l}`, `${f}`, `${f?.[0]}.${l}`, `${f?.[0]}${l}`]);
}

function createVoice(random: Random): Voice {
  return {
    tone: random.weighted({ formal: 32, friendly: 46, terse: 22 }),
    lowercase: random.chance(0.05),
    footer: random.chance(0.12)
      ? random.pick([
          "Sent from my iPhone",
          "Sent from my phone, excuse the typos",
          "Get Outlook for Android",
        ])
      : "",
  };
}
