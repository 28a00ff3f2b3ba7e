import type { Phrase } from "./phrase.ts";

/** How a lead reacts and decides in English. */
export const leadAnswers = {
  price_objection: [
    [
      "{price} is more than we [had in mind|planned]. We were thinking of {budget}.",
      "I nearly fell off my chair at {price}. What could we leave out?",
      "The proposal is good, the price is not. Could you do it without {feature}?",
      "{price} is a lot for a company of {staff}. Is there any way to spread it?",
      "Our limit is {budget}, honestly. What would we get for that?",
    ],
    [
      "We could do {feature2} ourselves.",
      "{boss} will not sign more than that.",
      "Perhaps in two steps?",
      "{competitor} are at {theirPrice}.",
      "I do see the value, it is just the budget.",
    ],
  ],
  accept_call: [
    [
      "{day} at {time} works for me.",
      "Yes, let's [talk|speak] on {day}, {time}.",
      "{day} is good. {time}, then?",
      "Fine, {day} at {time}. I will bring {boss} along.",
      "Happy to. I have put {day}, {time}, in the diary.",
    ],
    [
      "I would like to go through {feature}.",
      "Half an hour should do.",
      "Please send an invitation.",
      "I will have our figures ready.",
      "Could you show us {reference} while we are at it?",
    ],
  ],
  postpone: [
    [
      "This week is mad here. Can we pick it up [next week|in a fortnight|after {launch}]?",
      "We have had to move {item} down the list a bit.",
      "Sorry, I have not got to it yet. {event} is keeping us busy.",
      "We are not in a rush. Let me come back to you in {quarter}.",
      "Two colleagues are off sick, so it will have to wait a little.",
    ],
    [
      "I have not forgotten.",
      "Nothing to do with your offer.",
      "Ask me again if you hear nothing.",
      "The need has not gone away.",
    ],
  ],
  short_ack: [
    [
      "Thanks, got it. I will have a look.",
      "Received, thanks. I'll read it [tonight|this week|when I can].",
      "OK, thank you for the information about {item}.",
      "Noted. I'll be in touch.",
      "Thanks {rep}. Need to think about it.",
      "Fine so far, I'll pass it to {boss}.",
      "👍 will check",
    ],
  ],
  back_again: [
    [
      "Sorry for the silence, {excuse}.",
      "Apologies, your mail got buried: {excuse}.",
      "You are right to ask. {excuse}, that's all.",
      "Thanks for staying on it. {excuse}.",
      "I owe you an answer about {item}; {excuse}.",
    ],
  ],
  chase: [
    [
      "Did you get my last message? We would like to move on with {item}.",
      "I have not heard from you yet, is everything all right?",
      "Just checking whether my question about {item} reached you.",
      "Any news? I have to tell {boss} something.",
    ],
    [
      "{competitor} answered the same day, by the way.",
      "I know you are busy.",
      "A short word is enough.",
      "We are planning {event} around it.",
    ],
  ],
  agree: [
    [
      "Good news: we want to go ahead at {price}. Please send the contract.",
      "{boss} and I have decided: you have the job. Please go ahead with {item} as quoted ({price}).",
      "We are in. Signed copy attached, first invoice to accounts@{domain} please.",
      "Yes to {item}. {price} is approved, when do we start?",
      "Let's do it. {feature} and {feature2} as discussed, live by {launch}.",
      "The order is on its way: {price}, {weeks} weeks, starting on {start}.",
    ],
    [
      "What tipped it was {feature}.",
      "We liked how you explained things.",
      "{competitor} were cheaper, but you understood what we need.",
      "{boss} is looking forward to it.",
      "Please send a list of what you need from us.",
      "Who will be our contact during the work?",
    ],
  ],
  decline_price: [
    [
      "We cannot stretch to {price}, I am afraid. So it is a no from us.",
      "After a long look at the figures: {price} is beyond what we can spend this year. We will not go ahead.",
      "{boss} has turned it down, it is simply too expensive for us.",
      "We will make do with {current} for now. {price} is not in the budget.",
    ],
    [
      "If you ever do a smaller package, let me know.",
      "The proposal itself was good.",
      "Our limit was {budget}.",
      "I am sorry, you put work into it.",
    ],
  ],
  decline_competitor: [
    [
      "We have decided to go with {competitor}. They were at {theirPrice}.",
      "A short note to say that {competitor} got the job. It was close.",
      "We signed with {competitor} this week, because they could start sooner.",
      "Thank you for the offer, but we chose another agency, {competitor}.",
    ],
    [
      "It was not about the quality of your work.",
      "They had {feature} ready to show.",
      "{boss} knew them from before.",
      "Perhaps another time.",
    ],
  ],
  decline_timing: [
    [
      "We have put {item} on ice until next year. Please close it on your side.",
      "{event} takes all our hands, so {item} will not happen for now.",
      "The timing is wrong for us. We will not pursue this further.",
      "We are postponing {item} without a new date, so consider it a no.",
    ],
    [
      "You may ask again in a year.",
      "It is not down to you.",
      "We simply have no one to look after it.",
      "There are more pressing things, such as the roof.",
    ],
  ],
  decline_internal: [
    [
      "{boss} has said no to {item}. There is nothing I can do.",
      "I could not get it through: {boss} wants to keep {current}.",
      "Our board has turned the project down.",
      "I am afraid {boss} has other plans for the money. We have to stop here.",
    ],
    [
      "I would have liked it.",
      "Sorry for the effort you went to.",
      "Maybe there will be another vote in {quarter}.",
      "Keep my address, please.",
    ],
  ],
  decline_need: [
    [
      "We talked it over and do not really need {product} right now.",
      "After some thought we will stay with {current}. It does the job.",
      "We found that a small change to {current} is enough for us. So no {item}.",
      "To be honest it was a nice idea but there is no real need. Please take us off the list.",
    ],
    [
      "Thanks for your patience.",
      "A nephew of ours will fix the worst of it.",
      "The calls have gone down by themselves.",
      "All the best to you.",
    ],
  ],
  revived: [
    [
      "It has been quiet from our side, sorry. {excuse}. Is the offer of {price} still good?",
      "We are back on {item}. {boss} has freed the money after all. Are you still available?",
      "You will have given up on us. {excuse}, but now we want to get going.",
      "Picking this up again: could we still have {item} by {launch} if we decide now?",
    ],
    [
      "What matters most is still {feature}.",
      "Nothing has changed in the scope.",
      "At the moment {pain}, and it is getting worse.",
    ],
  ],
  thanks: [
    [
      "Thanks for the quick start, the questionnaire is filled in.",
      "First invoice is paid. Looking forward to {item}.",
      "Great, logo files and texts are in the folder.",
      "The kick-off was good. {boss} liked the plan.",
    ],
    ["See you on {day2}.", "More photos follow.", "{feature} first, please."],
  ],
  out_of_office: [
    [
      "Automatic reply: I am out of the office until {back} and will read your message then. In urgent cases please contact office@{domain}.",
      "Automatic reply: Thank you for your message. I am on annual leave, back on {back}. {boss} will help you in the meantime.",
      "Out of office: I am at a trade fair until {back} with limited access to email.",
    ],
  ],
} as const satisfies Record<string, Phrase>;
