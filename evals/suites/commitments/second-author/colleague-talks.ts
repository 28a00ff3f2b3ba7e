import type { Language } from "./slots.ts";

/** A question, what the sources say, and the reply of a colleague who has read them. */
export interface Talk {
  language: Language;
  asked: string;
  facts: readonly string[];
  reply: readonly string[];
}

/** {x} a thing, {plan} a plan; the other slots are values. */
export const englishTalks: readonly Talk[] = [
  {
    language: "en",
    asked: "Hi, what's the price of the {x} and do you ship to {city}?",
    facts: ["{x}: €{amount} including tax.", "We ship the {x} to {city} by courier."],
    reply: [
      "Thanks for getting in touch!",
      "The {x} is €{amount}, tax included.",
      "And yes, we ship the {x} to {city}, by courier.",
      "Shall I put an order together for you?",
    ],
  },
  {
    language: "en",
    asked: "Could you tell me how the {plan} plan is billed?",
    facts: [
      "The {plan} plan costs {$rate} per user per month. It is billed at the start of the month, by card or invoice.",
    ],
    reply: [
      "Happy to help.",
      "The {plan} plan is {$rate} per user per month.",
      "You're billed at the start of the month, by card or by invoice.",
      "Just shout if anything is unclear.",
    ],
  },
  {
    language: "en",
    asked: "We'd like to send the {x} back. How does that work?",
    facts: [
      "The {x} can be returned within {n} days of delivery. Print the label from your account and hand the parcel in at any post office.",
    ],
    reply: [
      "Sorry to hear that.",
      "You can return the {x} within {n} days of delivery.",
      "Print the label from your account and hand in the parcel at any post office.",
      "Let me know if you get stuck anywhere.",
    ],
  },
  {
    language: "en",
    asked: "Can the {x} be used outdoors?",
    facts: ["The {x} is made for indoor use. It must not get wet."],
    reply: [
      "Good question!",
      "The {x} is made for indoor use, so it must not get wet.",
      "I hope that helps.",
    ],
  },
  {
    language: "en",
    asked: "I forgot my password for the {plan} account, what now?",
    facts: ["To reset a password, click Forgot password on the login page and follow the link in the email."],
    reply: [
      "No worries, that happens.",
      "Click Forgot password on the login page and follow the link in the email.",
      "If it doesn't arrive, just reply to this message.",
    ],
  },
  {
    language: "en",
    asked: "Does the {plan} plan work with our calendar?",
    facts: ["The {plan} plan connects to Google and Outlook calendars."],
    reply: [
      "Hi there, thanks for your message.",
      "It does: the {plan} plan connects to Google and Outlook calendars.",
      "Which calendar do you use?",
    ],
  },
  {
    language: "en",
    asked: "When is your support team around?",
    facts: ["Our support team is available Monday to Friday from 9:00 to 17:00."],
    reply: [
      "Thank you for asking.",
      "Our support team is available from Monday to Friday, 9:00 to 17:00.",
      "Talk soon!",
    ],
  },
  {
    language: "en",
    asked: "Is the {x} on stock, and how long is the guarantee?",
    facts: ["The {x} is in stock.", "The {x} comes with a {n}-year guarantee."],
    reply: [
      "Thanks for your interest in the {x}.",
      "It's in stock, and it comes with a {n}-year guarantee.",
      "Would you like me to send over a quote?",
    ],
  },
  {
    language: "en",
    asked: "Who do I talk to about an invoice?",
    facts: ["Questions about invoices are answered by the billing team at billing@acme.example."],
    reply: [
      "Thanks for reaching out.",
      "Our billing team answers questions about invoices: billing@acme.example.",
      "Have a great day!",
    ],
  },
  {
    language: "en",
    asked: "Could we see the {x} before we decide?",
    facts: ["The {x} can be seen in our showroom in {city}, by appointment."],
    reply: [
      "Of course.",
      "You can see the {x} in our showroom in {city}, by appointment.",
      "Which day would suit you?",
    ],
  },
  {
    language: "en",
    asked: "What's the difference between {plan} and {planOther}?",
    facts: [
      "The {plan} plan has one workspace and email support.",
      "The {planOther} plan has five workspaces and phone support.",
    ],
    reply: [
      "Great question.",
      "The {plan} plan has one workspace and email support, the {planOther} plan has five workspaces and phone support.",
      "Which of the two sounds closer to what you need?",
    ],
  },
  {
    language: "en",
    asked: "How do we add a colleague to our {plan} plan?",
    facts: [
      "To add a user, open Settings, choose People and enter the email address. The new user gets an invitation.",
    ],
    reply: [
      "That's quickly done.",
      "Open Settings, choose People and enter the email address.",
      "The new user then gets an invitation.",
      "Anything else I can do for you?",
    ],
  },
  {
    language: "en",
    asked: "What do you need from us to start?",
    facts: ["To get started we need a signed order form and a list of the users."],
    reply: [
      "We're glad that you're on board.",
      "To get started, we need a signed order form and a list of the users.",
      "I'm looking forward to working with you.",
    ],
  },
  {
    language: "en",
    asked: "Is there a discount if we order {qty} of the {x}?",
    facts: ["On orders of {qty} or more {x} we give {pct}% discount."],
    reply: [
      "Thank you for considering the {x}.",
      "On orders of {qty} or more, we give {pct}% discount.",
      "Should I prepare a quote for {qty}?",
    ],
  },
  {
    language: "en",
    asked: "How long does delivery take?",
    facts: ["Delivery takes {n} working days within the country."],
    reply: [
      "Hope you're well.",
      "Within the country, delivery takes {n} working days.",
      "Where should we deliver to?",
    ],
  },
  {
    language: "en",
    asked: "Is our data safe with you?",
    facts: ["All data is encrypted and stored in {city}. Backups are made every night."],
    reply: [
      "That's an important point, thanks for raising it.",
      "All data is encrypted and stored in {city}, and backups are made every night.",
      "Happy to set up a call with our security team if you'd like.",
    ],
  },
  {
    language: "en",
    asked: "Can you tell me the dimensions of the {x}?",
    facts: ["The {x} is {qty} cm wide and weighs {n} kg."],
    reply: ["Sure thing!", "The {x} is {qty} cm wide and weighs {n} kg.", "Do you have enough room for it?"],
  },
  {
    language: "en",
    asked: "The {x} doesn't switch on. What should I do?",
    facts: [
      "If the {x} does not switch on, hold the power button for {n} seconds. If that does not help, check the fuse.",
    ],
    reply: [
      "I'm sorry for the trouble.",
      "Please hold the power button for {n} seconds.",
      "If that doesn't help, check the fuse.",
      "Let me know how it goes.",
    ],
  },
  {
    language: "en",
    asked: "Do you also offer training?",
    facts: ["Training for the {x} takes half a day and costs €{rate} per person."],
    reply: [
      "Yes, we do.",
      "Training for the {x} takes half a day and costs €{rate} per person.",
      "How many people would take part?",
    ],
  },
  {
    language: "en",
    asked: "Do you take PayPal for the {x}?",
    facts: ["We accept credit cards, PayPal and bank transfer."],
    reply: [
      "Thanks for checking.",
      "Yes, we accept PayPal, as well as credit cards and bank transfer.",
      "Just let me know which you prefer.",
    ],
  },
  {
    language: "en",
    asked: "Does the trial of {plan} end by itself?",
    facts: ["The trial of the {plan} plan lasts {n} days and ends by itself."],
    reply: [
      "Thanks for giving {plan} a try!",
      "The trial lasts {n} days and ends by itself, so there's nothing you need to do.",
      "Enjoy!",
    ],
  },
  {
    language: "en",
    asked: "Could you also tell me what the {planOther} plan costs? I couldn't find it.",
    facts: ["The {plan} plan costs {$rate} per month."],
    reply: [
      "Thanks for your patience.",
      "I'll look into the price of the {planOther} plan and get back to you.",
      "The {plan} plan costs {$rate} per month.",
    ],
  },
  {
    language: "en",
    asked: "Is the {x} compatible with the older cables?",
    facts: ["The {x} works with all cables of the previous model."],
    reply: [
      "Hello and thanks for writing.",
      "Yes, the {x} works with all the cables of the previous model.",
      "Feel free to get back to me with any other questions.",
    ],
  },
  {
    language: "en",
    asked: "What happens after {n} users on the {plan} plan?",
    facts: ["The {plan} plan includes {n} users. Each further user is {$rate} per month."],
    reply: [
      "Glad you asked.",
      "{n} users are included in the {plan} plan.",
      "Each further user is {$rate} per month.",
      "How many are you expecting?",
    ],
  },
];
