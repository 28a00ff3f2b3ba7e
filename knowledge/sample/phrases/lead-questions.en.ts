import type { Phrase } from "./phrase.ts";

/** What a lead asks or tells in English before deciding. */
export const leadQuestions = {
  inquiry: [
    [
      "We are looking for {product} for {company}. At the moment {pain}.",
      "I found you through {found} and wanted to ask about {product}. We are a team of {staff} in {city}.",
      "{pain}, so we need {product}. Is that something you [do|take on]?",
      "Could you tell me what {product} would involve for {company}? We have {staff} people and {current}.",
      "Hello, we run {company} in {city}. We have {current} and want to {goal}.",
      "We [would like|want] to {goal} and think {product} would help. Who should I talk to?",
    ],
    [
      "The main thing is to {goal}.",
      "It should include {feature}.",
      "We looked at {reference} and liked what you did there.",
      "Ideally it would be live by {launch}.",
      "Important for us: {feature} and {feature2}.",
    ],
    [
      "A rough price would help.",
      "You can reach me on {phone}.",
      "[Mornings|Afternoons] are best to call.",
      "We have set aside about {budget}.",
      "Nothing urgent, just gathering information.",
    ],
  ],
  referral_intro: [
    [
      "{reference} gave me your name. We are thinking about {product} for {company}.",
      "I spoke to the people at {reference} last week and they [recommended you|could not praise you enough]. We need {product}.",
      "You worked with {reference}, who are friends of ours. {pain}, and they said you could help with {item}.",
    ],
    [
      "At the moment {pain}.",
      "What we want is to {goal}.",
      "We have {staff} people and {current}.",
      "They mentioned that {feature} is something you have done before.",
    ],
    [
      "Would you have time for a [chat|call] this week or next?",
      "What do you need from me to get going?",
      "It would be great to have it by {launch}.",
    ],
  ],
  outreach_interest: [
    [
      "Funny you should write: {pain}. What would {product} cost roughly?",
      "We are not actively looking, but {item} is on the list for {quarter}. Send me something to read.",
      "Thanks for reaching out. We have {current}, so there may be something to talk about.",
      "How did you get my address? Anyway, {item} is indeed a topic here.",
      "I am curious. What would you change first?",
    ],
    [
      "The aim would be to {goal}.",
      "I cannot promise anything, though.",
      "We did something similar {years} years ago and it went badly.",
      "{boss} would have to like it as well.",
    ],
  ],
  details: [
    [
      "To your questions: we have {staff} people, {current}, and the main thing is to {goal}.",
      "We have {current}. The biggest headache is that {pain}.",
      "Must haves are {feature} and {feature2}. {feature3} would be nice but can wait.",
      "About {pages} pages, I would say, and {feature} on top. Our texts are mostly there.",
      "The budget we have in mind is {budget}, and we cannot do without {feature}.",
      "We get around {volume} enquiries a month, most of them by phone. The wish is to {goal}.",
      "I have put the list together: {feature}, {feature2}, and something so that we can {goal}.",
      "Our {customers} are mostly around {city}, a third of them on phones. So what matters most is {feature}.",
    ],
    [
      "I attach a sketch of how we picture it.",
      "{boss} insists on {feature}, so please plan it in.",
      "Our current host is paid until {launch}.",
      "We would write the texts ourselves.",
      "The photos are two years old but good.",
      "We looked at the site of {reference}, that is roughly the level we want.",
    ],
    [
      "Does that help?",
      "Tell me if you need more.",
      "Let me know what is missing.",
      "Is that enough for an estimate?",
    ],
  ],
  ask_price: [
    [
      "What would {item} cost us, roughly? Even a range helps.",
      "Could you give me a figure for {product} with {feature}?",
      "Before we go further: are we talking about {low} or three times that?",
      "How much of the price goes into {feature}? And is there a monthly fee afterwards?",
      "What does the price include, and what would be extra? I am thinking of {feature2}.",
      "Can you split the price so that I see what {feature} and {feature2} cost each?",
    ],
    [
      "I need a number for our planning on {launch}.",
      "We have about {budget} for this.",
      "It does not have to be exact.",
      "Do you want it all up front, or in stages?",
    ],
  ],
  ask_timeline: [
    [
      "How soon could you start? We would need {item} by {launch}.",
      "Is {launch} realistic for going live?",
      "How long does something like this take, and how much of our time does it eat?",
      "If we said yes this week, when would {item} be up?",
      "We have {event} on {launch}. Can it be ready before?",
    ],
    [
      "After that date it is of little use to us.",
      "Our {customers} will ask from day one.",
      "A week later would be fine too.",
      "{boss} is away for two weeks before, so we need some slack.",
      "It would be a relief to have it done.",
    ],
  ],
  ask_feature: [
    [
      "Can {item} also include {feature}?",
      "One thing I forgot: we would need {feature}. Is that in your price?",
      "How would {feature} work in practice? Our {customers} are not very technical.",
      "Do you also take care of {feature2}, or is it someone else's job?",
      "What happens with our old data? And could we have {feature} later?",
      "We were wondering about {feature}. {competitor} say that is complicated.",
    ],
    [
      "At the moment {pain}.",
      "A screenshot would be enough.",
      "Our {staff} people would use it daily.",
      "If not, what do others do?",
    ],
  ],
  ask_reference: [
    [
      "Have you done {product} for others in our trade?",
      "Could I talk to one of your clients, maybe {reference}?",
      "Do you have an example with {feature} that I can click through?",
      "What did {reference} gain from it, in numbers?",
    ],
    [
      "{boss} wants to see something before we go on.",
      "A phone number would do.",
      "We had a bad experience with an agency {years} years ago.",
      "It need not be in {city}.",
    ],
  ],
  competitor: [
    [
      "To be open with you, we are also talking to {competitor}. They quoted {theirPrice}.",
      "We have a second offer, from {competitor}. What would you do better?",
      "{competitor} promise {item} in {theirWeeks} weeks for {theirPrice}. Can you match it?",
      "I have to compare three offers. {competitor} is one of the others.",
    ],
    [
      "What speaks for you?",
      "Price is not all, but it counts.",
      "They include {feature}.",
      "I like your references better, I must say.",
      "They were rather quick to answer.",
    ],
  ],
  boss: [
    [
      "I like it, but {boss} has the last word.",
      "I have to take this to {boss}, who is back on {launch}.",
      "This goes to our board first. Could you give me a page that I can show to {boss}?",
      "{boss} asks why {item} is needed at all. How would you put it?",
    ],
    [
      "I will do my best.",
      "A short summary with the price would help me.",
      "Last time that took a few weeks.",
      "Could you join for ten minutes if needed?",
    ],
  ],
} as const satisfies Record<string, Phrase>;
