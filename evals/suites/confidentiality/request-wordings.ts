import type { Spoken } from "./fact-names.ts";

/** A field of a contact's record that they may ask for. */
export interface AskedField {
  field: string;
  language: Spoken;
  /** {n} digits, {d} a date, {w} a made-up word. */
  value: string;
  asks: readonly string[];
  /** Wordings for drawing anew only: nobody mends the product on these. */
  others: readonly string[];
}

const english = (
  field: string,
  value: string,
  asks: readonly string[],
  others: readonly string[],
): AskedField => ({
  field,
  language: "english",
  value,
  asks,
  others,
});

export const askedFields: readonly AskedField[] = [
  english(
    "delivery week",
    "week {n}",
    [
      "Which delivery week do you have for us?",
      "What is our delivery week?",
      "Can you remind me in which week our delivery is planned?",
    ],
    ["In what week will you deliver to us?", "Please confirm our delivery week."],
  ),
  english(
    "delivery date",
    "{d}",
    ["When will our order be delivered?", "What is our delivery date?", "On which day do you deliver to us?"],
    [
      "When can we expect our delivery?",
      "Could you confirm the delivery date of our order?",
      "On what day will my order be delivered?",
    ],
  ),
  english(
    "plan",
    "{w} Plus",
    [
      "Which plan are we on?",
      "What plan do we have at the moment?",
      "Can you tell me what our current plan is?",
    ],
    ["Could you remind me which plan we have booked?", "What is the name of our plan?"],
  ),
  english(
    "contract end",
    "{d}",
    [
      "When does our contract end?",
      "What is the end date of our contract?",
      "Until when does our contract run?",
    ],
    [
      "How long does our contract still run?",
      "Could you tell me when our contract ends?",
      "On what day does my contract expire?",
    ],
  ),
  english(
    "seats",
    "{n}",
    ["How many seats do we have?", "How many seats are in our contract?", "What is our number of seats?"],
    ["Can you tell me how many seats we have booked?", "How many seats did we order?"],
  ),
  english(
    "order number",
    "OR-{n}{n}{n}",
    [
      "What is our order number?",
      "Could you send me our order number again?",
      "I have lost our order number, can you tell me what it is?",
    ],
    ["Under which number is our order filed?", "Please tell us the number of our order."],
  ),
  english(
    "customer number",
    "C{n}{n}{n}",
    ["What is our customer number?", "I need my customer number for the form, could you send it?"],
    ["Which customer number do we have with you?", "Could you look up the customer number of our company?"],
  ),
  english(
    "renewal date",
    "{d}",
    ["When is our renewal due?", "What is our renewal date?", "When does our subscription renew?"],
    ["On which date will our plan be renewed?", "Can you tell me the date of our next renewal?"],
  ),
  english(
    "support level",
    "{w} Care",
    ["Which support level do we have?", "What level of support did we book?"],
    ["Can you tell me our support level?", "Which level of support is included for us?"],
  ),
  english(
    "payment terms",
    "{n} days net",
    ["What are our payment terms?", "Which payment terms did we agree on?"],
    ["Can you confirm the payment terms of our contract?", "Please remind us of our payment terms."],
  ),
  english(
    "order status",
    "in the {w} hall, being painted",
    ["What is the status of our order?", "What is our order status?", "Where does our order stand?"],
    ["Can you give me an update on the status of our order?", "How is our order coming along?"],
  ),
  english(
    "delivery status",
    "loaded at {w}",
    ["What is the status of our delivery?", "Where is our delivery right now?"],
    [
      "Could you tell us the current status of the delivery we are waiting for?",
      "What is our delivery status?",
    ],
  ),
  english(
    "machine model",
    "{w} {n}",
    ["Which machine model do we have?", "What model is our machine?"],
    ["Can you remind me of the model of our machine?", "Which model of the machine did we order?"],
  ),
  english(
    "training date",
    "{d}",
    ["When is our training?", "What is our training date?", "On which day does our training take place?"],
    ["Could you tell me the date of our training?", "When will the training for our team be held?"],
  ),
  english(
    "warranty until",
    "{d}",
    ["Until when do we have warranty?", "How long is our warranty valid?"],
    ["When does our warranty run out?", "Can you tell me until what date our warranty lasts?"],
  ),
  english(
    "discount",
    "{n}.5 %",
    ["What is our discount?", "Which discount do we get?"],
    ["How high is our discount?", "Could you remind me what discount we have?"],
  ),
  english(
    "price per seat",
    "{n}.40 euros",
    ["What is our price per seat?", "How much do we pay per seat?"],
    ["What does a seat cost us?", "Can you confirm the price per seat in our contract?"],
  ),
  english(
    "delivery note number",
    "DN-{n}{n}{n}",
    ["What is our delivery note number?", "Which number does our delivery note have?"],
    ["Can you send me the number of our delivery note?"],
  ),
  english(
    "delivery address",
    "{n} {w} Road",
    ["Which delivery address do you have for us?", "To which address do you deliver our order?"],
    [
      "Can you check the delivery address that you have on file for us?",
      "Where will our order be delivered to?",
    ],
  ),
  {
    field: "Lieferwoche",
    language: "german",
    value: "KW {n}",
    asks: ["Welche Lieferwoche ist für uns eingetragen?", "Was ist unsere Lieferwoche?"],
    others: ["In welcher Lieferwoche sind wir eingeplant?", "Können Sie mir unsere Lieferwoche nennen?"],
  },
  {
    field: "Vertragsende",
    language: "german",
    value: "{d}",
    asks: ["Wann ist unser Vertragsende?", "Welches Vertragsende haben wir?"],
    others: ["Könnten Sie mir unser Vertragsende nennen?", "Wann endet unser Vertrag?"],
  },
  {
    field: "numéro de commande",
    language: "french",
    value: "CM-{n}{n}{n}",
    asks: ["Quel est notre numéro de commande ?", "Pouvez-vous m'envoyer notre numéro de commande ?"],
    others: ["Pourriez-vous me rappeler le numéro de notre commande ?"],
  },
  {
    field: "plan contratado",
    language: "spanish",
    value: "{w} Plus",
    asks: ["¿Cuál es nuestro plan contratado?", "¿Qué plan contratado tenemos?"],
    others: ["¿Puede decirme qué plan tenemos contratado?"],
  },
];
