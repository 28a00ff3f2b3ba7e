import type { LeadIntent } from "../intents.ts";
import type { Language } from "../language.ts";
import type { ProductId } from "../products.ts";

/** What a lead may ask for; the rest of what leads say tells, agrees or refuses. */
export const asking = [
  "ask_price",
  "ask_timeline",
  "ask_feature",
  "ask_reference",
  "competitor",
  "boss",
  "price_objection",
  "outreach_interest",
  "referral_intro",
] as const satisfies readonly LeadIntent[];

/** A lead's intent that asks. */
export type Asking = (typeof asking)[number];

const english: Readonly<Record<Asking, (product: ProductId) => readonly string[]>> = {
  ask_price: (product) => [`price-${product}`, "price-includes", "payment", "monthly-care", "estimate"],
  ask_timeline: (product) => [`price-${product}`, "timeline", "start", "launch-date"],
  ask_feature: (product) => [
    `features-${product}`,
    "price-includes",
    "old-data",
    "later-features",
    "training",
    "integrations",
  ],
  ask_reference: () => ["references", "results"],
  competitor: () => ["comparing-offers"],
  boss: () => ["one-page-summary", "why-needed"],
  price_objection: () => ["smaller-step", "payment"],
  outreach_interest: (product) => [`price-${product}`, "first-change", "your-address"],
  referral_intro: () => ["calls", "getting-started"],
};

/** In German and French, where few articles hold all. */
const others: Readonly<Record<Asking, readonly string[]>> = {
  ask_price: ["price", "payment"],
  ask_timeline: ["timeline"],
  ask_feature: ["features", "payment"],
  ask_reference: ["references"],
  competitor: ["references"],
  boss: ["references"],
  price_objection: ["payment"],
  outreach_interest: ["price"],
  referral_intro: [],
};

/** The ids of the articles that answer what a lead asks about a product, in the language that they write. */
export function answeredBy(asked: Asking, product: ProductId, language: Language): readonly string[] {
  if (language === "en") return english[asked](product);
  return others[asked].map((id) => `${language}-${id}`);
}
