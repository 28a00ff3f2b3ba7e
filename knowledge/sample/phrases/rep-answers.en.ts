import type { Phrase } from "./phrase.ts";

/** What the studio's people answer and offer in English. */
export const repAnswers = {
  answer_price: [
    [
      "To your question about the price: for what you describe it lies between {low} and {high}.",
      "Roughly {low} for the basics, up to {high} with {feature} and {feature2}.",
      "Most {trade} clients end up between {low} and {high}. About {part} of that is for {feature}.",
      "On the cost: {low} to {high}, plus {monthly} a month for hosting and care.",
    ],
    [
      "A third on signing, a third at the draft, a third on going live.",
      "There are no hidden extras.",
      "I can split it by part if you like.",
      "The exact figure depends on {feature}.",
    ],
  ],
  answer_timeline: [
    [
      "On timing: {weeks} weeks from the start, and we could start on {start}.",
      "{launch} is [tight but possible|doable], if we begin by {start}.",
      "We need {weeks} weeks. Your part is about two hours a week, mostly feedback.",
      "If you decide in the coming days we start on {start} and are ready before {launch}.",
    ],
    [
      "The texts are usually what holds things up.",
      "I have reserved the slot.",
      "{feature_cap} could follow a little later.",
      "We test for a week at the end.",
    ],
  ],
  answer_feature: [
    [
      "Yes, {feature}: all included.",
      "{feature_cap}: no problem, we built that for {reference}. I attach a screenshot.",
      "We can do {feature}. That adds about {part}, or nothing if we drop {feature2}.",
      "You can have {feature} from day one; I would leave {feature2} for a second step.",
      "Your old data comes along, we do that in the last week. And you get {feature} as standard.",
    ],
    [
      "Your people need no training for it.",
      "I can show you next time we talk.",
      "Your {customers} will hardly notice the change.",
      "It runs without a monthly fee.",
    ],
  ],
  answer_reference: [
    [
      "You are welcome to call {reference}, they are expecting it. They have {feature} as well.",
      "{reference} is a good example: enquiries went up by {percent} percent in {months} months.",
      "In your trade we worked for {reference} and two others. I attach a page on each.",
    ],
    [
      "Ask them about the dull parts too.",
      "The live version is linked on our site.",
      "They also started with a small budget.",
    ],
  ],
  answer_competitor: [
    [
      "{competitor} do decent work. The difference: our price covers {feature}, and you can change everything yourselves.",
      "Good that you compare. Please check whether {theirPrice} includes {feature2} and support in the first year.",
      "We will not be the cheapest. You get a fixed price, one contact, and {feature}.",
    ],
    [
      "I am happy to go through both offers with you.",
      "Ask for a date in writing, from us too.",
      "{reference} had both offers on the table and chose us.",
    ],
  ],
  answer_boss: [
    [
      "I attach one page for {boss}: the goal, the price of {price}, the {weeks} weeks.",
      "Of course. For {boss} the point is probably this: {pain}, and that costs more than {monthly} a month.",
      "I can talk to {boss} directly, fifteen minutes are enough.",
    ],
    [
      "Tell me what {boss} cares about most.",
      "The numbers from {reference} may help.",
      "Take the time you need.",
    ],
  ],
  answer_price_objection: [
    [
      "I understand. If we move {feature2} to a second step it comes to {revised}.",
      "We could start smaller, at {revised}, without {feature3}.",
      "What I can do: {revised}, payable in six instalments.",
      "Let me be open: below {revised} I would have to cut corners. At that price you get {feature} and the rest as planned.",
    ],
    [
      "The quality stays the same.",
      "A new version of the quote is attached.",
      "That holds until {launch}.",
      "Would that work for {boss}?",
    ],
  ],
  ok_postpone: [
    [
      "No problem, take your time. I will [come back to you|get in touch] after {launch}.",
      "Understood. I have made a note to ask again in {quarter}.",
      "All right. The price holds until then.",
    ],
    [
      "If it goes faster, call me.",
      "To be ready by then we would have to start on {start}.",
      "I hope {event} goes well.",
    ],
  ],
  ack: [
    [
      "Thank you, that helps a lot.",
      "Thanks, very clear. Noted: {feature}.",
      "Got it, thank you. So the aim is to {goal}.",
      "Thanks for coming back to me on {item}.",
      "Good to know about {current}. We can build on that.",
      "Thanks, I have added it to the file for {company}.",
    ],
    [
      "I will take it into account.",
      "Our developer had a look and sees no problem.",
      "That makes it simpler than I thought.",
    ],
  ],
  quote: [
    [
      "Here is our proposal for {item}: {price} all in, {weeks} weeks, start on {start}. It includes {feature} and {feature2}.",
      "As agreed, the quote: {price} for {product}, with {feature}. {feature3_cap} would be an option.",
      "Attached is the offer. The sum is {price}, of which {part} is for {feature}. Valid until {launch}.",
      "I have put the numbers together: {price}, plus {monthly} a month for care if you want it. Ready {weeks} weeks after the start.",
    ],
    [
      "It is built around your wish to {goal}.",
      "A third is due on signing.",
      "On page 3 you find the plan week by week.",
      "I kept it short on purpose.",
    ],
    [
      "Tell me what you think.",
      "Questions welcome.",
      "Shall we go through it together?",
      "I am curious what {boss} says.",
    ],
  ],
  closing_question: [
    [
      "Is there anything that still stands between you and a decision on {item}?",
      "Shall we go ahead at {price}? To make {launch} we would need your word by {decide}.",
      "From my side everything is settled. Do you want to start on {start}?",
      "How do you feel about the proposal ({price})? I would like to plan the team.",
    ],
    [
      "A no is also an answer.",
      "I can send the contract today.",
      "The slot is yours until {decide}.",
      "Happy to talk once more with {boss}.",
    ],
  ],
  welcome: [
    [
      "Wonderful, welcome aboard! The contract is attached, and the kick-off is on {start}.",
      "Great news, thank you for your trust. I will send the list of what we need today.",
      "Thank you! {first}, you will have the questionnaire within the hour, and then we start on {start}.",
    ],
    [
      "Your project manager is Ines.",
      "The first third comes as an invoice.",
      "First on the plan: {feature}.",
      "We look forward to working with {company}.",
    ],
  ],
  goodbye: [
    [
      "Thank you for telling me, and for the open words. All the best to {company}.",
      "That is a pity, but I understand. The door stays open.",
      "Thanks for letting me know. I will close it on our side.",
    ],
    [
      "May I ask what decided it?",
      "If things change, a line is enough.",
      "I hope {item} works out for you either way.",
      "I will not chase you.",
    ],
  ],
} as const satisfies Record<string, Phrase>;
