import type { Asking } from "./asking.ts";

/** Prices, discounts and refunds, in English. */
export const englishMoney: readonly Asking[] = [
  {
    topic: "price",
    asked: "What does the {x} cost?",
    fact: "{x}: €{amount} per unit, all taxes included.",
    promises: [
      "It's €{amount} all in for the {x}.",
      "The {x} would be EUR {amount.},- with all taxes included.",
    ],
    tells: ["{amount}", "{amount.}"],
    misses: [
      { wrong: "currency", text: "{x}: {$amount} per unit, all taxes included." },
      { wrong: "condition", text: "{x}: €{amount} per unit if you take twenty or more." },
      { wrong: "expired", text: "Until last year the {x} cost €{amount} per unit, all taxes included." },
    ],
  },
  {
    topic: "price",
    asked: "How much is the {plan} plan a month?",
    fact: "The {plan} plan is {$rate} per user per month.",
    promises: [
      "You'd pay {$rate} a month for every user on the {plan} plan.",
      "The {plan} plan comes to {$rate} per user each month.",
    ],
    tells: ["{$rate}"],
    misses: [
      { wrong: "period", text: "The {plan} plan is {$rate} per user per year." },
      { wrong: "currency", text: "The {plan} plan is £{rate} per user per month." },
      {
        wrong: "condition",
        text: "The {plan} plan is {$rate} per user per month, provided that you commit to three years.",
      },
    ],
  },
  {
    topic: "price",
    asked: "Ballpark, what would it come to if you set up the {x} for us?",
    fact: "Setup of the {x} is billed at {$thousands}.",
    promises: ["Setup for the {x} is {$k}.", "Setting up the {x} runs to {k} dollars."],
    tells: ["{$k}", "{k} dollars"],
    misses: [
      { wrong: "currency", text: "Setup of the {x} is billed at CHF {thousands}." },
      { wrong: "negated", text: "Setup of the {x} is no longer billed at {$thousands}." },
      { wrong: "doubt", text: "Setup of the {x} might be billed at {$thousands}, we do not know yet." },
    ],
  },
  {
    topic: "price",
    asked: "Is there an activation fee on the {plan} plan?",
    fact: "The activation fee is waived on the {plan} plan.",
    promises: [
      "We'll waive the activation fee on the {plan} plan.",
      "No, there's no activation fee on the {plan} plan.",
    ],
    tells: ["waive", "no activation fee"],
    misses: [
      { wrong: "negated", text: "The activation fee on the {plan} plan cannot be waived." },
      {
        wrong: "condition",
        text: "The activation fee on the {plan} plan is waived if you sign for 24 months.",
      },
    ],
  },
  {
    topic: "price",
    asked: "Do we have to pay for shipping the {x}?",
    fact: "Shipping is free of charge for the {x}.",
    promises: ["There's no charge for shipping the {x}.", "No, shipping the {x} is on us, free of charge."],
    tells: ["no charge", "free of charge"],
    misses: [
      { wrong: "condition", text: "Shipping of the {x} is free of charge on orders above €500." },
      { wrong: "negated", text: "Shipping is not free of charge for the {x}." },
    ],
  },
  {
    topic: "discount",
    asked: "Any chance of a better price on the {x}?",
    fact: "Current offer: {pct}% off the {x}.",
    promises: ["We could do {pct} off on the {x}.", "I can take {pctWord} percent off the {x} for you."],
    tells: ["{pct} off", "{pctWord} percent"],
    misses: [
      { wrong: "condition", text: "Current offer: {pct}% off the {x} when you order ten or more." },
      { wrong: "expired", text: "{pct}% off the {x} was our spring offer; it has ended." },
      { wrong: "asked by us", text: "Would {pct}% off the {x} help you decide?" },
      { wrong: "limit", text: "Up to {pct}% off the {x}, depending on the region." },
    ],
  },
  {
    topic: "discount",
    asked: "Is there a deal on the {x} at the moment?",
    fact: "This season the {x} is 50% off.",
    promises: ["You can have the {x} at half price this season.", "The {x} is half price this season."],
    tells: ["half price"],
    misses: [
      { wrong: "number", text: "This season the {x} is 5% off." },
      { wrong: "negated", text: "The {x} is never sold at half price, this season or any other." },
      { wrong: "condition", text: "This season the {x} is 50% off with a trade-in." },
    ],
  },
  {
    topic: "discount",
    asked: "What do we save if we take {qty} of the {x}?",
    fact: "For {qty} or more of the {x} we take {pct}% off.",
    promises: ["At {qty} of the {x} you'd get {pct}% off.", "If you take {qty} of the {x}, you save {pct}%."],
    tells: ["{pct}%"],
    misses: [
      { wrong: "condition", text: "For {qtyMore} or more of the {x} we take {pct}% off." },
      { wrong: "customer group", text: "Schools that order {qty} or more of the {x} get {pct}% off." },
    ],
  },
  {
    topic: "discount",
    asked: "Is the {plan} plan cheaper if we pay for a whole year?",
    fact: "Paying yearly saves {pct}% on the {plan} plan.",
    promises: [
      "Yes, if you pay yearly, the {plan} plan is {pct}% cheaper.",
      "You'd save {pct}% on the {plan} plan by paying yearly.",
    ],
    tells: ["{pct}%"],
    misses: [
      { wrong: "customer group", text: "Paying yearly saves charities {pct}% on the {plan} plan." },
      { wrong: "period", text: "Paying for three years saves {pct}% on the {plan} plan." },
    ],
  },
  {
    topic: "refund",
    asked: "And what if the {x} isn't right for us?",
    fact: "Full refund on the {x} within {n} days of purchase.",
    promises: [
      "If the {x} isn't right for you, you get your money back within {n} days of purchase.",
      "You can have a full refund on the {x} within {n} days of purchase.",
    ],
    tells: ["money back", "refund"],
    misses: [
      { wrong: "negated", text: "No refund on the {x} after purchase; we exchange it within {n} days." },
      {
        wrong: "condition",
        text: "Full refund on the {x} within {n} days of purchase, minus a restocking fee of 15%.",
      },
      { wrong: "condition", text: "Full refund on the {x} within {n} days of purchase, unopened only." },
    ],
  },
  {
    topic: "refund",
    asked: "The {x} arrived damaged. Will we be refunded?",
    fact: "A {x} that arrives damaged is refunded in full.",
    promises: [
      "We'll refund the {x} in full, since it arrived damaged.",
      "Yes, a {x} that arrives damaged is refunded in full.",
    ],
    tells: ["refund"],
    misses: [
      { wrong: "negated", text: "A {x} that arrives damaged is repaired, not refunded." },
      { wrong: "doubt", text: "Whether a {x} that arrives damaged is refunded depends on the carrier." },
    ],
  },
  {
    topic: "refund",
    asked: "When do we get the deposit for the {x} back?",
    fact: "The deposit for the {x} is paid back in full at the end of the rental.",
    promises: [
      "You get the deposit for the {x} back at the end of the rental.",
      "The full deposit for the {x} is paid back when the rental ends.",
    ],
    tells: ["back at the end", "paid back"],
    misses: [
      {
        wrong: "negated",
        text: "The deposit for the {x} is not paid back; it counts towards the last month.",
      },
      { wrong: "other thing", text: "The key for the {x} is handed back at the end of the rental." },
    ],
  },
];
