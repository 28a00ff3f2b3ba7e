import type { Asking } from "./asking.ts";

/** Days, deadlines, quantities, stock and law, in English. */
export const englishTime: readonly Asking[] = [
  {
    topic: "date",
    asked: "When will our {x} be here?",
    fact: "Your {x} will be delivered on {day} {month}.",
    promises: ["You'll have the {x} on {month} {day}.", "Your {x} will be there on {day} {month}."],
    tells: ["{day} {month}", "{month} {day}"],
    misses: [
      {
        wrong: "doubt",
        text: "We hope your {x} will be delivered on {day} {month}, but that is not certain.",
      },
      { wrong: "past", text: "Your first {x} was delivered on {day} {month}." },
      { wrong: "other month", text: "Your {x} will be delivered on {day} {monthOther}." },
    ],
  },
  {
    topic: "date",
    asked: "Will the {x} make it in time for our move?",
    fact: "The {x} will be with you by the end of next week.",
    promises: [
      "You can count on the {x} by the end of next week.",
      "Yes, the {x} will be with you by the end of next week.",
    ],
    tells: ["next week"],
    misses: [
      { wrong: "negated", text: "We cannot promise the {x} by the end of next week." },
      { wrong: "asked by us", text: "Is the end of next week soon enough for the {x}?" },
      { wrong: "period", text: "The {x} will be with you by the end of next month." },
    ],
    onlyOurs: true,
  },
  {
    topic: "date",
    asked: "How soon can a technician come and look at the {x}?",
    fact: "Our technician can come and look at the {x} from {weekday} on.",
    promises: [
      "A technician can come and look at the {x} as soon as {weekday}.",
      "Our technician can be there for the {x} from {weekday}.",
    ],
    tells: ["{weekday}"],
    misses: [
      { wrong: "negated", text: "Our technician cannot come and look at the {x} on {weekday}." },
      { wrong: "other thing", text: "The parcel with the {x} leaves our warehouse on {weekday}." },
    ],
    onlyOurs: true,
  },
  {
    topic: "date",
    asked: "How long does a repair of the {x} take?",
    fact: "Repairing the {x} takes 2 days.",
    promises: ["Repairing the {x} takes a couple of days.", "A repair of the {x} takes two days."],
    tells: ["couple of days", "two days"],
    misses: [
      { wrong: "period", text: "Repairing the {x} takes 2 weeks." },
      { wrong: "condition", text: "Repairing the {x} takes 2 days once the spare part has arrived." },
      { wrong: "limit", text: "Repairing the {x} takes at least 2 days." },
    ],
  },
  {
    topic: "deadline",
    asked: "Until when can we send the {x} back?",
    fact: "The {x} can be sent back within {n} days of delivery.",
    promises: [
      "You have {n} days from delivery to send the {x} back.",
      "You can send the {x} back within {n} days of delivery.",
    ],
    tells: ["{n} days"],
    misses: [
      { wrong: "condition", text: "The {x} can be sent back within {n} days of delivery if it is unopened." },
      { wrong: "period", text: "The {x} can be sent back within {n} hours of delivery." },
      { wrong: "negated", text: "The {x} cannot be sent back within {n} days of delivery, only exchanged." },
    ],
  },
  {
    topic: "deadline",
    asked: "How long does your quote for the {x} stand?",
    fact: "Our quote for the {x} is valid until {day} {month}.",
    promises: [
      "Our quote for the {x} stands until {month} {day}.",
      "You have until {day} {month} to take up the quote for the {x}.",
    ],
    tells: ["{month} {day}", "{day} {month}"],
    misses: [
      { wrong: "other thing", text: "Our showroom with the {x} is closed until {day} {month}." },
      {
        wrong: "negated",
        text: "Our quote for the {x} is not valid until {day} {month}; it ended last week.",
      },
    ],
  },
  {
    topic: "quantity",
    asked: "How many people can use the {plan} plan?",
    fact: "The {plan} plan covers up to {qty} users.",
    promises: [
      "You can have up to {qty} users on the {plan} plan.",
      "The {plan} plan is good for up to {qty} users.",
    ],
    tells: ["{qty} users"],
    misses: [
      { wrong: "unit", text: "The {plan} plan covers up to {qty} projects." },
      {
        wrong: "condition",
        text: "The {plan} plan covers up to {qty} users with the add-on for large teams.",
      },
    ],
  },
  {
    topic: "quantity",
    asked: "How many of the {x} come in a box?",
    fact: "There are {n} of the {x} in a box.",
    promises: ["You get {nWord} of the {x} in a box.", "There are {nWord} of the {x} to a box."],
    tells: ["{nWord} of"],
    misses: [
      { wrong: "unit", text: "There are {n} boxes of the {x} on a pallet." },
      { wrong: "past", text: "There used to be {n} of the {x} in a box." },
    ],
  },
  {
    topic: "quantity",
    asked: "What is the smallest order you take for the {x}?",
    fact: "The minimum order for the {x} is {qty} pieces.",
    promises: [
      "You'd need to order at least {qty} pieces of the {x}.",
      "The minimum for the {x} is {qty} pieces.",
    ],
    tells: ["{qty}"],
    misses: [
      { wrong: "limit", text: "The maximum order for the {x} is {qty} pieces." },
      { wrong: "unit", text: "The minimum order for the {x} is {qty} pallets." },
    ],
  },
  {
    topic: "availability",
    asked: "Do you have the {x} in stock?",
    fact: "The {x} is in stock.",
    promises: ["Yes, we have the {x} in stock.", "Good news, the {x} is in stock."],
    tells: ["in stock"],
    misses: [
      { wrong: "negated", text: "The {x} is out of stock." },
      { wrong: "condition", text: "The {x} is in stock in our Lyon store only." },
      { wrong: "past", text: "The {x} was in stock until last week." },
    ],
  },
  {
    topic: "availability",
    asked: "Can you deliver the {x} to {city}?",
    fact: "We deliver the {x} to {city}.",
    promises: ["Yes, we can get the {x} delivered to {city}.", "Yes, we do deliver the {x} to {city}."],
    tells: ["{city}"],
    misses: [
      { wrong: "place", text: "We deliver the {x} to {cityOther}." },
      { wrong: "negated", text: "We do not deliver the {x} to {city}." },
      { wrong: "doubt", text: "We are still looking into whether we can deliver the {x} to {city}." },
    ],
  },
  {
    topic: "legal",
    asked: "Do you sign a data processing agreement for the {plan} plan?",
    fact: "The {plan} plan includes a data processing agreement under the GDPR.",
    promises: [
      "Yes, the {plan} plan comes with a data processing agreement under the GDPR.",
      "A data processing agreement under the GDPR is included in the {plan} plan.",
    ],
    tells: ["data processing agreement"],
    misses: [
      {
        wrong: "negated",
        text: "The {plan} plan does not yet include a data processing agreement under the GDPR.",
      },
      { wrong: "doubt", text: "A data processing agreement under the GDPR is planned for the {plan} plan." },
    ],
  },
  {
    topic: "legal",
    asked: "What warranty does the {x} have?",
    fact: "The {x} carries a {n}-year warranty.",
    promises: ["You get {nWord} years of warranty on the {x}.", "The {x} comes with a {n}-year warranty."],
    tells: ["{nWord} years", "{n}-year"],
    misses: [
      { wrong: "part", text: "The battery of the {x} carries a {n}-year warranty." },
      { wrong: "period", text: "The {x} carries a {n}-month warranty." },
      { wrong: "condition", text: "The {x} carries a {n}-year warranty once it is registered." },
    ],
  },
  {
    topic: "legal",
    asked: "Can you promise that the price of the {x} stays the same next year?",
    fact: "The price of the {x} is guaranteed to stay the same through 2027.",
    promises: [
      "The price of the {x} will stay the same through 2027, you have my word.",
      "We guarantee that the price of the {x} stays the same through 2027.",
    ],
    tells: ["stay"],
    misses: [
      { wrong: "period", text: "The price of the {x} is guaranteed to stay the same through 2026." },
      {
        wrong: "negated",
        text: "We do not guarantee that the price of the {x} stays the same through 2027.",
      },
    ],
  },
  {
    topic: "legal",
    asked: "What uptime do you commit to on the {plan} plan?",
    fact: "The {plan} plan comes with a guaranteed uptime of 99.{d}%.",
    promises: [
      "We guarantee an uptime of 99.{d}% on the {plan} plan.",
      "The guaranteed uptime on the {plan} plan is 99.{d}%.",
    ],
    tells: ["99.{d}%"],
    misses: [
      { wrong: "doubt", text: "The {plan} plan aims for an uptime of 99.{d}%, without a guarantee." },
      {
        wrong: "condition",
        text: "The {plan} plan comes with a guaranteed uptime of 99.{d}% outside maintenance windows.",
      },
    ],
  },
  {
    topic: "legal",
    asked: "Could we get out of the {plan} plan at any time?",
    fact: "The {plan} plan can be cancelled at any time with {n} days' notice.",
    promises: [
      "You can cancel the {plan} plan at any time with {n} days' notice.",
      "Yes, with {n} days' notice you can cancel the {plan} plan whenever you want.",
    ],
    tells: ["{n} days"],
    misses: [
      {
        wrong: "negated",
        text: "The {plan} plan cannot be cancelled in the first year, then with {n} days' notice.",
      },
      { wrong: "period", text: "The {plan} plan can be cancelled at any time with {n} months' notice." },
    ],
  },
];
