import type { SampleArticle } from "./article.ts";

/** What the studio tells everybody about its prices, its ways and itself. */
export const englishServices: readonly SampleArticle[] = [
  {
    id: "price-includes",
    title: "What the price includes, and what would be extra",
    text:
      "Our price is fixed: it includes design, building, testing, training and going live, and there are no hidden extras. " +
      "Extra are only what you order later, photos by an outside photographer, and fees of third parties such as card payment. " +
      "The quote lists each feature with its own price, so that you see how the price splits and what each part costs.",
  },
  {
    id: "payment",
    title: "Payment in stages",
    text:
      "You do not pay it all up front: a third is due on signing, a third at the draft and a third on going live. " +
      "On request we spread the sum over six monthly instalments without interest. " +
      "Invoices are payable within 14 days.",
  },
  {
    id: "monthly-care",
    title: "Monthly fee for hosting and care",
    text:
      "Hosting and care cost between €45 and €290 a month, depending on size; the sum stands in the quote. " +
      "The monthly fee is voluntary: after going live you may also host elsewhere. " +
      "Care covers updates, backups, monitoring and small changes, and you can end it with a month's notice.",
  },
  {
    id: "smaller-step",
    title: "When the price is above the budget: a smaller first step",
    text:
      "If the price is more than you had in mind, we split the project into two steps and leave out what can wait. " +
      "The first step holds what brings most, and features that you leave out now can be added later at the same price for a year. " +
      "Spreading the price over six instalments is possible as well. " +
      "We do not give discounts on the same work, because the price is what the work takes.",
  },
  {
    id: "quote-validity",
    title: "How long a quote and its price hold",
    text:
      "An offer stays good for six weeks, or until the date that it names. " +
      "If you postpone, the price holds until that date. " +
      "When you come back later, we confirm the old price if the scope has not changed.",
  },
  {
    id: "estimate",
    title: "What we need for an estimate",
    text:
      "For an estimate we need to know what you use now, what it must do first, which features you cannot do without, and when it should be live. " +
      "A list with a line on each is enough. " +
      "You get the estimate within two working days.",
  },
  {
    id: "timeline",
    title: "How long a project takes, and how much of your time",
    text:
      "How long a project takes depends on what it is: most take between 2 and 20 weeks. " +
      "A campaign takes 2 to 4 weeks. A newsletter set-up takes 3 to 5 weeks. The first SEO work takes 4 to 6 weeks. A rebrand takes 5 to 9 weeks. " +
      "A website takes 6 to 10 weeks. A booking system takes 6 to 11 weeks. A shop takes 9 to 14 weeks. A portal takes 12 to 20 weeks. " +
      "On your side it takes about two hours of your time a week, mostly feedback. " +
      "The texts are usually what holds things up. We test for a week before going live.",
  },
  {
    id: "start",
    title: "When we can start",
    text:
      "We can usually start about three weeks after you have decided. " +
      "Once you say yes, we reserve a start date for you and name the day on which it will be up. " +
      "The slot is yours when the contract is signed.",
  },
  {
    id: "launch-date",
    title: "Going live by a fixed date",
    text:
      "Whether your date is realistic for going live depends on the start: we count the weeks back from it and tell you by when you would have to decide. " +
      "What your event needs can be ready before it, because the main part can go live first and the rest a little later. " +
      "We put the date of going live in writing.",
  },
  {
    id: "project-steps",
    title: "How a project runs, from the kick-off to going live",
    text:
      "A project begins with a kick-off of an hour, then come structure, design, building, a week of testing, and going live. " +
      "After each step you see a draft and say what should change. " +
      "Your project manager is Ines; she is your contact during the work.",
  },
  {
    id: "getting-started",
    title: "What we need from you to get going",
    text:
      "To get going we need from you a filled-in questionnaire, your logo files, your texts as far as they are there, and the name of the person who looks after the project. " +
      "The questionnaire comes with the contract and takes about twenty minutes.",
  },
  {
    id: "texts-photos",
    title: "Texts, photos and translations",
    text:
      "You can write the texts yourselves; our editor goes over them at no extra cost. " +
      "If you would rather not, our editors write them after a talk of an hour. " +
      "Photos that are a few years old can be used if they are sharp, and a photo day can be booked.",
  },
  {
    id: "later-features",
    title: "Adding features later, and what others do",
    text:
      "You can have a feature later: everything we build can be extended, and a second step costs no more than doing it at once. " +
      "What others do is start with two or three features and add the rest after half a year.",
  },
  {
    id: "old-data",
    title: "What happens with your old data",
    text:
      "Your old data comes along: we move customers, orders, texts and pictures in the last week before going live. " +
      "You check a copy first, and the old system stays readable for three months.",
  },
  {
    id: "training",
    title: "Training, and customers who are not technical",
    text:
      "In practice nobody needs training to use what we build: it is tested with people who are not very technical. " +
      "For your own team there is a session of two hours at the end, and short films that you keep. " +
      "On request we send a screenshot of how a feature works for another client.",
  },
  {
    id: "support",
    title: "Support and support hours",
    text:
      "Support is included in the first year. " +
      "You reach us on working days from 9:00 to 17:30 Irish time, by email or on +353 1 555-0100. " +
      "When something is down, somebody begins within two hours.",
  },
  {
    id: "corrections",
    title: "Warranty, corrections and returns",
    text:
      "Mistakes of ours are put right at no cost for twelve months after going live. " +
      "Two rounds of changes to the design are included. " +
      "If you do not like the first draft at all, you may step out and pay only the first third.",
  },
  {
    id: "ownership",
    title: "Who owns it, and changing it yourselves",
    text:
      "When the last third is paid, design, texts and code are yours. " +
      "You can change everything yourselves in the editor: texts, pictures, prices and pages. " +
      "You may move to another host or agency at any time.",
  },
  {
    id: "contract",
    title: "Contract and notice",
    text:
      "The contract is two pages long and names scope, price, dates and payment. " +
      "It can be sent on the day you decide and signed on screen. " +
      "Monthly care can be ended with a month's notice, and there is no minimum term.",
  },
  {
    id: "security",
    title: "Security and data protection",
    text:
      "All data stays in data centres in Ireland and Germany. " +
      "We make a backup every night, keep it for 30 days, and install security updates within two days. " +
      "A data processing agreement under the GDPR is part of every contract.",
  },
  {
    id: "integrations",
    title: "Integrations with other systems",
    text:
      "We connect to the usual tills, accounts packages, calendars, payment providers and mail programs. " +
      "If your system has an interface or can export a file, it can be connected. " +
      "Tell us its name and version, and we check it before the quote.",
  },
  {
    id: "trial",
    title: "Demo and trial",
    text:
      "Before you decide you can click through a demo of the booking system, the shop and the portal. " +
      "A trial with your own data runs for 14 days and costs nothing.",
  },
  {
    id: "references",
    title: "References: clients you can talk to, and examples",
    text:
      "We have done this for others in most trades: dental practices, hotels, food shops, solicitors, builders and schools among them. " +
      "You are welcome to talk to one of our clients; tell us whom you would like to call, and we let them know first. " +
      "Examples that you can click through are linked on our site under /work.",
  },
  {
    id: "results",
    title: "What clients gained, in numbers",
    text:
      "In numbers, what our clients gained is between 12 and 58 percent more enquiries within the first nine months. " +
      "How they were counted stands on each example's page under /work.",
  },
  {
    id: "comparing-offers",
    title: "What we do better: comparing us with other agencies and offers",
    text:
      "What we do better, and what speaks for us against another agency: a fixed price, one contact from the first call to going live, and a system that you can change yourselves. " +
      "We will not be the cheapest, and we do not match other offers. Support in the first year is in our price. " +
      "When you compare offers, check whether they include support, training, moving your old data and a date in writing.",
  },
  {
    id: "one-page-summary",
    title: "A page to show to your boss or board",
    text:
      "We can give you a page that you can show to your boss or board: the goal, the price, the weeks, and what it saves. " +
      "We are also happy to join for ten or fifteen minutes and answer questions ourselves.",
  },
  {
    id: "why-needed",
    title: "Why it is needed at all: how to put it to others",
    text:
      "Put it like this: what you have today costs working hours and customers every month, and the project costs its price once. " +
      "Count the calls, the paper and the customers who give up, and compare that with the price; most clients have it back within a year.",
  },
  {
    id: "calls",
    title: "Time for a call, a chat or a meeting with us",
    text:
      "We are glad to take the time for a call or a chat; a first talk takes twenty minutes and costs nothing. " +
      "Calls are possible on working days between 9:00 and 16:45 Irish time, and in Dublin we also meet at your place. " +
      "You may bring colleagues.",
  },
  {
    id: "your-address",
    title: "How we got your address",
    text:
      "We get addresses from company websites, trade fairs and people who recommend us, and we buy none. " +
      "If you do not want to hear from us, a word is enough and we delete your address.",
  },
  {
    id: "first-change",
    title: "What we would change first",
    text:
      "What we would change first is usually what loses customers: a missing way to book, order or ask online, then speed on phones, then old photos. " +
      "On request we look at your pages at no cost and send you three suggestions.",
  },
];
