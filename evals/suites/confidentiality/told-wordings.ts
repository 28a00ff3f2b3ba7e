import type { Spoken } from "./fact-names.ts";

/** What the team told a contact, and how the contact asks for it later. */
export interface AskedPromise {
  told: string;
  language: Spoken;
  /** {n}, {d} and {w} as above; {a} is the value's own pattern in the sentence. */
  value: string;
  asks: readonly string[];
  others: readonly string[];
}

const promise = (
  told: string,
  value: string,
  asks: readonly string[],
  others: readonly string[],
  language: Spoken = "english",
): AskedPromise => ({ told, value, asks, others, language });

export const askedPromises: readonly AskedPromise[] = [
  promise(
    "We hold the offer open for you until {a}.",
    "{d}",
    ["Until when do you hold the offer open for us?", "How long is the offer open?"],
    ["Until what date is your offer open?", "By when must we accept the offer that you hold open?"],
  ),
  promise(
    "Your trainer will be {a}.",
    "Ms {w}",
    ["Who will be our trainer?", "What is the name of our trainer?"],
    ["Could you remind me who our trainer will be?"],
  ),
  promise(
    "I have reserved {a} places in the workshop for your team.",
    "{n}",
    ["How many places did you reserve for us in the workshop?"],
    ["How many places in the workshop are reserved for our team?"],
  ),
  promise(
    "The installation takes place on {a}.",
    "{d}",
    ["When does the installation take place?", "On which day is the installation?"],
    ["What date did you plan for the installation?"],
  ),
  promise(
    "You get a discount of {a} on the second machine.",
    "{n} %",
    ["Which discount do we get on the second machine?", "How much discount is there on the second machine?"],
    ["What was the discount on the second machine again?"],
  ),
  promise(
    "The test machine costs you {a} a month.",
    "{n}5 euros",
    ["What does the test machine cost a month?", "How much is the test machine?"],
    ["What do we pay each month for the test machine?"],
  ),
  promise(
    "You may keep the test machine until {a}.",
    "{d}",
    ["How long may we keep the test machine?", "Until when may we keep the test machine?"],
    ["By what date do we have to give back the test machine?"],
  ),
  promise(
    "The access code for your portal comes from {a}.",
    "{w} Systems",
    ["Who sends us the access code for the portal?", "From whom do we get the access code for our portal?"],
    ["Which company will the access code for the portal come from?"],
  ),
  promise(
    "We will send {a} spare blades with your machine.",
    "{n}",
    ["How many spare blades do you send with our machine?", "How many spare blades do we get?"],
    ["What number of spare blades comes with our machine?"],
  ),
  promise(
    "Unsere Technikerin {a} baut die Maschine bei Ihnen auf.",
    "Frau {w}",
    ["Wer baut die Maschine bei uns auf?", "Wie heißt die Technikerin, die die Maschine aufbaut?"],
    ["Welche Technikerin baut bei uns die Maschine auf?"],
    "german",
  ),
  promise(
    "We booked the visit of our technician at your works for {a}.",
    "{d}",
    [
      "When is the visit of your technician at our works?",
      "For which day did you book the technician's visit?",
    ],
    ["On what date does your technician visit our works?"],
  ),
  promise(
    "The crane for the unloading is paid by {a}.",
    "{w} Logistics",
    ["Who pays the crane for the unloading?", "Who is paying for the crane?"],
    ["Which company pays for the crane at the unloading?"],
  ),
];

/** What articles say, and how it is asked for. */
export const askedArticles: readonly (AskedPromise & { id: string; title: string })[] = [
  {
    id: "delivery",
    title: "Delivery",
    ...promise(
      "Machines are delivered within {a} weeks. Islands take a week more.",
      "{n}",
      ["How long does delivery take?", "Within how many weeks do you deliver machines?"],
      ["How many weeks does it take until a machine is delivered?"],
    ),
  },
  {
    id: "training",
    title: "Training of operators",
    ...promise(
      "Training for operators costs {a} euros a day.",
      "{n}0",
      ["What does training for operators cost?", "How much is a day of training?"],
      ["What do you charge for the training of operators?"],
    ),
  },
  {
    id: "guarantee",
    title: "Guarantee",
    ...promise(
      "Every machine has a guarantee of {a} months on all parts.",
      "{n}",
      ["What guarantee do your machines have?", "How long is the guarantee on a machine?"],
      ["How many months of guarantee are there on the parts of a machine?"],
    ),
  },
  {
    id: "hours",
    title: "Opening hours",
    ...promise(
      "Our office in {a} Street is open on weekdays from nine to five.",
      "{w}",
      ["Where is your office?", "When is your office open, and where is it?"],
      ["In which street is your office?"],
    ),
  },
  {
    id: "power",
    title: "Power supply",
    ...promise(
      "The machine draws {a} kilowatts and needs a three-phase supply.",
      "{n}",
      ["How many kilowatts does the machine draw?", "What power supply does the machine need?"],
      ["How much power does your machine draw?"],
    ),
  },
  {
    id: "returns",
    title: "Returns",
    ...promise(
      "Machines can be returned within {a} days of delivery.",
      "{n}",
      ["Within how many days can a machine be returned?", "Can we return a machine?"],
      ["How long do we have to return a machine?"],
    ),
  },
];
