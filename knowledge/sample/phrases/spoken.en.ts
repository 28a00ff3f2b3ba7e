/** Lines of a transcript or a chat: pairs of what the lead and the rep say on one topic. */
export type Exchange = readonly { lead: readonly string[]; rep: readonly string[] }[];

/** Topics of calls, as spoken. */
export const callTopics = {
  hello: [
    {
      lead: ["[Hello|Hi|Good morning], {first} here from {company}.", "{company}, {first} speaking."],
      rep: [
        "Hi {first}, {rep} from {studio}. Is now still good?",
        "Hello {first}, this is {rep}. Thanks for making time.",
        "{rep} here, {studio}. Good to hear you, {first}.",
      ],
    },
  ],
  need: [
    {
      lead: [
        "Well, as it is, {pain}.",
        "The thing is, {pain}. It cannot go on like that.",
        "In short: {pain}, and we want to {goal}.",
      ],
      rep: [
        "I see. And what do you use today?",
        "How long has it been like that?",
        "Right. How many people work with it?",
      ],
    },
    {
      lead: [
        "We have {current}. {staff} people, most of them not in front of a screen.",
        "For {years} years or so. We have {current}.",
        "All of us, so {staff}, and around {volume} enquiries a month.",
      ],
      rep: [
        "Then {feature} would help you most, I think.",
        "OK. {reference} were in the same place, and what made the difference was {feature}.",
        "Understood. I would begin with {feature} and leave {feature2} for later.",
      ],
    },
  ],
  feature: [
    {
      lead: [
        "And {feature2}? Could we have that too?",
        "What about {feature}? {boss} asks for it.",
        "Would {feature2} be a lot of work?",
      ],
      rep: [
        "Yes, it is about {part} on top.",
        "It is in, no extra.",
        "It can be done. I will show you how {reference} uses it.",
      ],
    },
  ],
  price: [
    {
      lead: [
        "So what are we looking at, money-wise?",
        "Give me a number. {budget} is what I have in my head.",
        "And the price? Be honest.",
      ],
      rep: [
        "Between {low} and {high}, depending on {feature}.",
        "For what you describe, around {price}.",
        "I would say {price}, in three parts.",
      ],
    },
    {
      lead: [
        "Hm. That is more than I thought.",
        "OK, that is in the range.",
        "Right. I have to see what {boss} says.",
        "Fine, as long as nothing is added later.",
      ],
      rep: [
        "We can do it in steps, if that helps.",
        "It is a fixed price, you will not see surprises.",
        "I will write it down so that you can pass it on.",
      ],
    },
  ],
  time: [
    {
      lead: [
        "When could it be ready? We have {event} on {launch}.",
        "I need it by {launch}.",
        "How long would you be at it?",
      ],
      rep: [
        "{weeks} weeks, so we would have to start on {start}.",
        "{launch} works if you decide by {decide}.",
        "About {weeks} weeks, with two hours a week from you.",
      ],
    },
  ],
  rival: [
    {
      lead: [
        "I should say that {competitor} are also bidding. {theirPrice}.",
        "{competitor} told us {theirWeeks} weeks.",
      ],
      rep: [
        "Thanks for being open. Ask them whether that includes {feature}.",
        "They are good people. We are the ones who stay after launch.",
      ],
    },
  ],
  proposal: [
    {
      lead: [
        "I have your proposal here. What is this line about {feature}?",
        "So, {price}. Take me through it.",
        "{boss} has read it too and wonders about {feature2}.",
      ],
      rep: [
        "That part is {part}. It covers {feature}.",
        "Of course. The first block is design, then {feature}, then {feature2}.",
        "Good question. It is what lets you {goal}.",
      ],
    },
  ],
  bye: [
    {
      lead: [
        "Good. Send me something in writing and I will look at it.",
        "All right, let me think it over.",
        "Fine, I will talk to {boss} and come back to you.",
        "Great, that was useful. Send it over.",
      ],
      rep: [
        "You will have it [tomorrow|by Friday|this afternoon]. Thanks, {first}.",
        "Will do. Have a good day, {first}.",
        "Perfect. Bye, {first}.",
      ],
    },
  ],
} as const satisfies Record<string, Exchange>;

/** Topics of website chats. */
export const chatTopics = {
  hello: [
    {
      lead: [
        "hi, is someone there?",
        "Hello! Do you do {product}?",
        "hey, quick question about {item}",
        "Hi, I'm with {company}, a {trade} business in {city}",
      ],
      rep: [
        "Hi, {rep} here. How can I help?",
        "Hello! You are talking to {rep}, a human :)",
        "Hi there, {rep} from {studio}. What do you have in mind?",
      ],
    },
  ],
  need: [
    {
      lead: [
        "{pain}, so we are looking around",
        "we want to {goal}",
        "we have {current} and it shows",
        "need {feature} and maybe {feature2}",
      ],
      rep: [
        "That is a classic. Roughly how many {customers} is it about?",
        "Got it. Should it include {feature}?",
        "OK, and who looks after it today?",
      ],
    },
    {
      lead: [
        "about {volume} enquiries a month",
        "{staff} of us, me mostly",
        "yes please",
        "no idea, that's why I ask",
      ],
      rep: [
        "Thanks, that helps. {reference} were much the same.",
        "Good to know.",
        "Then I would plan {weeks} weeks.",
      ],
    },
  ],
  price: [
    {
      lead: ["what does it cost?", "ballpark price?", "is it more like {low} or {high}?"],
      rep: [
        "Projects like that are between {low} and {high}.",
        "It starts at {low}; with {feature} more like {price}.",
        "For {staff} people I would think of {price}, give or take.",
      ],
    },
  ],
  time: [
    {
      lead: ["could it be done by {launch}?", "and how fast?", "we have {event} on {launch}"],
      rep: [
        "{weeks} weeks is usual, so it depends on the start.",
        "If we start on {start}, yes.",
        "Tight, but let's see.",
      ],
    },
  ],
  bye: [
    {
      lead: [
        "ok thanks, mail is {email}",
        "you can call me on {phone}",
        "great, send me something to {email}",
        "thx, will think about it. {email}",
      ],
      rep: [
        "Perfect, I will write to you today. Bye {first}!",
        "Thanks {first}, you will hear from me.",
        "Done. Have a good one, {first}.",
      ],
    },
  ],
} as const satisfies Record<string, Exchange>;
