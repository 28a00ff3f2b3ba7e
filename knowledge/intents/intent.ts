/** What an incoming message can be after, with what each means; docs/intents.md shows this list. */
export const intentDefinitions = {
  new_inquiry: "somebody who needs something asks whether we do it, or asks for information or an offer",
  pricing: "asks what something costs, or for a price list or quote",
  discount: "asks for a lower price or better terms, or says that the price is too high",
  availability: "asks whether something is in stock or free, or when it can be delivered or started",
  schedule_meeting: "proposes or accepts a call, demo, visit or meeting, or asks for a time",
  reschedule: "wants to move or call off a meeting that was agreed",
  product_question: "asks what the product does, fits, supports or includes",
  how_to: "asks how to do something with what they already have",
  technical_issue: "reports that something does not work",
  complaint: "is dissatisfied with service, quality or treatment",
  accept_offer: "agrees to an offer or says that they go ahead",
  decline_offer: "says no, not now, or that somebody else was chosen",
  status_request: "asks what has become of an earlier message, offer or promise",
  order_status: "asks where an order or delivery is",
  cancellation: "wants to end a subscription, contract or order",
  refund: "wants money back",
  invoice_billing: "asks about, disputes or needs an invoice, receipt or payment",
  contract_legal: "asks about terms, contracts, data protection, liability or security reviews",
  opt_out: "wants no more messages, or to have their data deleted",
  introduction: "introduces or refers somebody, or passes the message on to the right person",
  thanks: "thanks, confirms receipt or acknowledges, and asks nothing",
  out_of_office: "an automatic reply about an absence, or somebody who has left",
  solicitation: "unasked for selling, spam or an application to us",
} as const;

/** What a message is after. */
export type Intent = keyof typeof intentDefinitions;

/** All of them, in the order of their definitions. */
export const intents = Object.keys(intentDefinitions) as Intent[];
