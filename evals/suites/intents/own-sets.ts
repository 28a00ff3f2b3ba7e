import type { Intent } from "#knowledge/intents/intent.ts";
import type { LeadIntent } from "#knowledge/sample/intents.ts";
import { germanLead } from "#knowledge/sample/phrases/lead.de.ts";
import { frenchLead } from "#knowledge/sample/phrases/lead.fr.ts";
import { leadAnswers } from "#knowledge/sample/phrases/lead-answers.en.ts";
import { leadQuestions } from "#knowledge/sample/phrases/lead-questions.en.ts";
import { bankingSplit, clincSplit } from "./public-sets.ts";

/** A text, and the intents that may be read in it. */
export interface LabelledText {
  text: string;
  right: readonly Intent[];
}

/** What the sample workspace's intents are in the product's; those without a counterpart are left out. */
const sampleIntents: Partial<Record<LeadIntent, readonly Intent[]>> = {
  inquiry: ["new_inquiry"],
  referral_intro: ["introduction", "new_inquiry"],
  ask_price: ["pricing"],
  ask_timeline: ["availability"],
  ask_feature: ["product_question"],
  price_objection: ["discount"],
  accept_call: ["schedule_meeting"],
  chase: ["status_request"],
  agree: ["accept_offer"],
  decline_price: ["decline_offer", "discount"],
  decline_competitor: ["decline_offer"],
  decline_timing: ["decline_offer"],
  decline_internal: ["decline_offer"],
  decline_need: ["decline_offer"],
  thanks: ["thanks"],
  out_of_office: ["out_of_office"],
};

const slots: Readonly<Record<string, string>> = {
  product: "a new website",
  item: "the booking form",
  feature: "an online calendar",
  feature2: "a photo gallery",
  company: "Lindner",
  reference: "Mayer",
  launch: "June",
  day: "Tuesday",
  time: "10:30",
};

/** What leads of the sample workspace say, written for other purposes than intents. */
export function samplePhrases(): LabelledText[] {
  const books = [{ ...leadQuestions, ...leadAnswers }, germanLead, frenchLead];
  return books.flatMap((book) =>
    Object.entries(sampleIntents).flatMap(([intent, right]) => {
      const phrases: readonly (readonly string[])[] = book[intent as keyof typeof book] ?? [];
      return (phrases[0] ?? []).map((phrase) => ({ text: filled(phrase), right }));
    }),
  );
}

function filled(phrase: string): string {
  return phrase
    .replace(/\[([^|\]]*)\|[^\]]*\]/g, "$1")
    .replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? name);
}

const publicIntents: Readonly<Record<string, readonly Intent[]>> = {
  request_refund: ["refund"],
  Refund_not_showing_up: ["refund"],
  card_arrival: ["order_status", "status_request"],
  card_delivery_estimate: ["order_status", "availability"],
  terminate_account: ["cancellation", "opt_out"],
  thank_you: ["thanks"],
  order_status: ["order_status"],
  schedule_meeting: ["schedule_meeting"],
};

/** Public queries whose intents the product has too. @throws AppError when the data is absent */
export function mappedQueries(): LabelledText[] {
  return [...bankingSplit().test, ...clincSplit().test].flatMap(({ text, label }) => {
    const right = publicIntents[label];
    return right ? [{ text, right }] : [];
  });
}

/** Intents of clinc150 that no mail to a sales team has. */
const foreignIntents: ReadonlySet<string> = new Set(
  "weather tell_joke alarm timer flip_coin roll_dice play_music translate definition spelling calculator measurement_conversion calories recipe fun_fact meaning_of_life smart_home traffic what_song shopping_list".split(
    " ",
  ),
);

/** Queries that are none of the product's intents. @throws AppError when the data is absent */
export function foreignQueries(): LabelledText[] {
  return clincSplit().test.flatMap(({ text, label }) =>
    foreignIntents.has(label) ? [{ text, right: [] }] : [],
  );
}
