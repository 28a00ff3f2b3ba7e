import type { Phrase } from "./phrase.ts";

/** How the studio's people open, ask and follow up in English. */
export const repOpenings = {
  outreach: [
    [
      "I had a look at the website of {company} and noticed two things that may cost you {customers}. Would {product} be of interest?",
      "We recently finished {item} for {reference}, who are in your trade. Could I show you what came of it?",
      "Many {trade} businesses tell us that {pain}. Is it the same at {company}?",
      "I am with {studio} in Dublin and I am writing because you are [hiring|growing] in {city}. Have you thought about {product}?",
    ],
    [
      "For {reference} it paid off within {months} months.",
      "It would take fifteen minutes.",
      "If it is not for you, a no is fine.",
      "Two examples are on our site under /work.",
    ],
  ],
  first_reply: [
    [
      "Thank you for getting in touch about {product}. That is the sort of thing we do most weeks.",
      "Great to hear from {company}. {product_cap} with {feature} is well within what we do.",
      "Thanks for writing. We did something similar for {reference}, so I have a good idea of what you need.",
      "Thank you for your message. I look after {trade} clients here and will be your contact.",
      "Good to meet you, if only in writing. What you describe ({pain}) is something we hear a lot.",
    ],
    [
      "Projects like this start at {low}.",
      "A typical one takes {weeks} weeks.",
      "I have looked at your current pages and have some ideas.",
      "I attach two examples.",
    ],
  ],
  fair_followup: [
    [
      "It was good to meet you at the {fair}. You mentioned that {pain}.",
      "As promised at the {fair}, here is the material on {product}.",
      "I enjoyed our talk at the {fair}. I have thought about {item} for {company} since.",
    ],
    [
      "The example I showed you was {reference}.",
      "Shall we continue where we stopped?",
      "Projects like this start at {low}.",
      "What would have to happen for you to look at it this {season}?",
    ],
  ],
  after_chat: [
    [
      "Thanks for the chat just now. To sum up: you want {product}, with {feature}.",
      "As promised in the chat, here is some more on {product}.",
      "Good talking to you on our website. I noted {feature} and {feature2}.",
    ],
    ["As I said there, we start at {low}.", "I attach an example from {reference}.", "You said that {pain}."],
  ],
  after_call: [
    [
      "Thanks for your time. I noted: {feature}, {feature2}, live by {launch}.",
      "A short summary of our talk: the goal is to {goal}, starting with {feature}.",
      "Good talking to you. As agreed I will send [what we discussed|the next step], and you check {feature3} with {boss}.",
      "Here are my notes from our conversation. You have {current}, {staff} people, and want to {goal}.",
    ],
    [
      "Please correct me if I got something wrong.",
      "Open points: who writes the texts, and {feature2}.",
      "My estimate of {weeks} weeks stands.",
      "I will hold a slot for you from {start}.",
    ],
  ],
  discover: [
    [
      "May I ask three things: what do you use today, what must it do first, and when should it be live?",
      "How many {customers} use your site in a month, and what do they come for?",
      "Which of these matters most to you: {feature}, {feature2} or {feature3}?",
      "Could you tell me what you have now, and what annoys you most about it?",
      "What would make this a success for you, a year from now?",
      "Who else will be involved in the decision, and is there a budget you want to stay within?",
      "Who would look after {item} on your side, and how much time do they have?",
    ],
    [
      "A line on each is enough.",
      "It helps me not to quote you things you do not need.",
      "If it is easier, call me on +353 1 555-0100.",
    ],
  ],
  propose_call: [
    [
      "Shall we go through it together? I could do {day} at {time}.",
      "I think [twenty minutes|half an hour] would save us ten emails. How about {day}, {time}?",
      "Would {day} at {time} suit you for a talk?",
      "It would be good to talk it through, {day} around {time} perhaps?",
    ],
    [
      "I would show you how {reference} solved it.",
      "I will bring our developer along.",
      "Any other time that day works too.",
      "Feel free to bring {boss}.",
    ],
  ],
  confirm_call: [
    [
      "{day} at {time} it is. The invitation is on its way.",
      "Perfect, noted: {day}, {time}.",
      "Great, I look forward to {day}, {time}.",
      "Booked: {day}, {time}. I will send a short agenda before.",
    ],
    [
      "We will look at {feature} first.",
      "If something comes up, just reply here.",
      "Have your wish list at hand.",
      "I will share a draft of the structure.",
    ],
  ],
  nudge: [
    [
      "I wanted to ask whether you have had a chance to look at my last message about {item}.",
      "Any thoughts on {item} so far?",
      "Just a short question: does what I sent on {item} make sense for {company}?",
      "How does it look on your side? I am keeping a place from {start} free for you.",
    ],
    [
      "I am happy to explain {feature} on the phone.",
      "If something is unclear, tell me.",
      "No pressure at all.",
      "There is a new example from {reference} that fits well.",
    ],
  ],
  nudge_again: [
    [
      "I have not heard from you and wonder whether {item} is still a topic.",
      "Trying once more: is {item} still on your list for {quarter}?",
      "Perhaps my mails ended up in spam. Are you still thinking about {product}?",
      "You must be busy. Would it help if I called you on {phone}?",
    ],
    [
      "A one-word answer is fine.",
      "Has anything changed at {company}?",
      "If {launch} is still the date, we would have to begin soon.",
      "I could also send a smaller version of the plan.",
    ],
  ],
  last_nudge: [
    [
      "I will not keep filling your mailbox. If I hear nothing I will close the file on {item} for now.",
      "This is my last note on {item}. Should it come up again, you know where I am.",
      "I take it that the moment is not right. May I close this, or shall we talk in {quarter}?",
      "As I have had no answer, I will release the slot from {start}.",
    ],
    ["No hard feelings.", "All the best to {company}.", "The quote stays valid until {launch}."],
  ],
} as const satisfies Record<string, Phrase>;
