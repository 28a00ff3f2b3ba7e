import type { Phrase } from "./phrase.ts";

/** Notes that the studio's people keep of calls and meetings, and what forms and visits leave behind. */
export const notes = {
  first: [
    [
      "{first} {last} called: wants {product}. {pain_cap}.",
      "Call from {company}, {city}. {first} asks about {item}; heard of us through {found}.",
      "Incoming call, {first} ({position}). Looking for {product}, has {current}.",
    ],
    ["Needs {feature}.", "Team of {staff}.", "Wants to {goal}.", "Asked about price, told them from {low}."],
    ["Next: mail with questions.", "Promised a mail today.", "Best reached on {phone}."],
  ],
  needs: [
    [
      "Went through needs with {first}. Must: {feature}, {feature2}. Nice to have: {feature3}.",
      "{first} explained: {pain}. Aim is to {goal}.",
      "Good talk. {staff} people, {current}. First comes {feature}.",
      "Needs call with {first} {last}, {position}. Deadline {launch}.",
    ],
    [
      "{first} had many questions on {feature2}.",
      "Budget mentioned: {budget}.",
      "{boss} decides in the end.",
      "Also looking at {competitor}.",
      "Seemed [interested|in a hurry|a bit distracted].",
    ],
    ["Next: quote.", "To do: estimate for {feature}.", "I send the summary, then the quote."],
  ],
  proposal: [
    [
      "Walked {first} through the quote, {price}. Questions on {feature}.",
      "Discussed the proposal line by line. {feature2_cap} may go to step two.",
      "{first} had read everything. Talked about payment in three parts and the start on {start}.",
    ],
    [
      "{boss} joined for ten minutes.",
      "Price is [the sticking point|fine|not the main topic].",
      "They compare with {competitor} ({theirPrice}).",
      "Wants it by {launch}.",
    ],
    ["Next: wait for the decision.", "I follow up next week.", "Asked for an answer by {decide}."],
  ],
  fair: [
    [
      "Met {first} {last} at the {fair}. {company}, {staff} people. {pain_cap}.",
      "Talk at our stand, {fair}: {first} looks into {product}, has {current}.",
      "{fair}: {first} from {city} took a brochure, asked about {feature}.",
    ],
    ["Card scanned.", "Will follow up.", "Wants to {goal}."],
  ],
  voicemail: [
    [
      "No answer, left a message about {item}.",
      "Voicemail. Asked {first} to call back.",
      "Rang {phone}, mailbox full.",
      "Reception says {first} is in a meeting, tried to ask about {item}.",
    ],
  ],
  "wrong number": [
    [
      "Wrong number: a private household, they have nothing to do with {company}.",
      "Somebody looking for a taxi. Wrong number, nothing to do with us.",
      "Called {phone}: wrong number, an elderly lady answered. Ask {first} for the right one.",
    ],
  ],
} as const satisfies Record<string, Phrase>;
