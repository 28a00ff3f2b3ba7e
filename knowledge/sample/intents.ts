/** What a lead's message may mean. */
export type LeadIntent =
  | "inquiry"
  | "referral_intro"
  | "outreach_interest"
  | "details"
  | "ask_price"
  | "ask_timeline"
  | "ask_feature"
  | "ask_reference"
  | "competitor"
  | "boss"
  | "price_objection"
  | "accept_call"
  | "postpone"
  | "short_ack"
  | "back_again"
  | "chase"
  | "agree"
  | "decline_price"
  | "decline_competitor"
  | "decline_timing"
  | "decline_internal"
  | "decline_need"
  | "revived"
  | "thanks"
  | "out_of_office";

/** What a salesperson's message may mean. */
export type RepIntent =
  | "outreach"
  | "first_reply"
  | "fair_followup"
  | "after_chat"
  | "after_call"
  | "discover"
  | "propose_call"
  | "confirm_call"
  | "answer_price"
  | "answer_timeline"
  | "answer_feature"
  | "answer_reference"
  | "answer_competitor"
  | "answer_boss"
  | "answer_price_objection"
  | "ok_postpone"
  | "ack"
  | "quote"
  | "nudge"
  | "nudge_again"
  | "last_nudge"
  | "closing_question"
  | "welcome"
  | "goodbye";

/** What the studio answers to each thing that a lead may say in mid-course. */
export const answers = {
  inquiry: "first_reply",
  referral_intro: "first_reply",
  outreach_interest: "first_reply",
  details: "ack",
  ask_price: "answer_price",
  ask_timeline: "answer_timeline",
  ask_feature: "answer_feature",
  ask_reference: "answer_reference",
  competitor: "answer_competitor",
  boss: "answer_boss",
  price_objection: "answer_price_objection",
  accept_call: "confirm_call",
  postpone: "ok_postpone",
  back_again: "ack",
} as const satisfies Partial<Record<LeadIntent, RepIntent>>;

/** What a lead may say that the studio answers to. */
export type Answerable = keyof typeof answers;
