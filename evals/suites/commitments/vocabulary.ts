/** Made-up things that are sold, with what is easily taken for them. */
export const products = (
  "Basic plan|Pro plan;Starter kit|School kit;Atlas licence|Orion licence;Nimbus backup|Nimbus archive;harbour tour|city tour;oak table|walnut table;" +
  "annual maintenance|quarterly maintenance;Kestrel drone|Merlin drone;onboarding package|migration package;north hall|south hall;roof inspection|façade inspection;" +
  "website redesign|logo redesign;Team seat|Viewer seat;espresso machine|filter machine;garden service|winter service;Model 3 sensor|Model 4 sensor;" +
  "SEO audit|security audit;wedding menu|business lunch menu;van rental|truck rental;Plan A|Plan B"
)
  .split(";")
  .map((pair) => {
    const [name = "", rival = ""] = pair.split("|");
    return { name, rival };
  });

export const people =
  "Anna Berg;Tom Okafor;Lucía Pérez;Marek Novak;Priya Nair;Jonas Weber;Chloé Martin;Sam Lee;Ines Costa;Omar Haddad".split(
    ";",
  );
export const sellers = "Kim Dale;Ruth Meyer;Paul Adler;Nora Quinn".split(";");
export const months =
  "January February March April June July August September October November December".split(" ");

export interface Wording {
  ask: readonly string[];
  /** How a binding source says it. */
  state: readonly string[];
  /** How the writer promises it. */
  promise: readonly string[];
  /** What stands near and is no ground: another's, a condition, a question, a denial, the past. */
  miss: readonly string[];
}

/** {x} the thing, {y} what is like it, {v} the value, {w} another value. */
export const wordings: Readonly<Record<"price" | "discount" | "date" | "refund", Wording>> = {
  price: {
    ask: [
      "How much is the {x}?",
      "What does the {x} cost?",
      "Could you tell me the price of the {x}?",
      "We are thinking about the {x}. What would we have to pay?",
      "Please send me a price for the {x}.",
    ],
    state: [
      "The {x} costs {v}.",
      "Price of the {x}: {v}.",
      "{x}: {v}",
      "We offer the {x} for {v}.",
      "For the {x} we charge {v}.",
      "The {y} costs {w}, the {x} costs {v}.",
      "The {x} is one of our best sellers. It costs {v}.",
    ],
    promise: [
      "The {x} costs {v}.",
      "You can get the {x} for {v}.",
      "The price of the {x} is {v}.",
      "For the {x}, you pay {v}.",
      "Yes, we offer the {x} for {v}.",
      "The {x} comes at {v}.",
      "I am happy to confirm that the {x} is {v}.",
      "It costs {v}.",
      "Hi, it would be {v} for the {x}.",
      "That is {v}.",
    ],
    miss: [
      "The {y} costs {v}.",
      "The {x} costs {w}.",
      "The {x} costs {w}, the {y} costs {v}.",
      "The {x} costs {v} if you sign for two years.",
      "Until last year the {x} was {v}.",
      "We used to offer the {x} for {v}.",
      "Would {v} be a fair price for the {x}?",
      "The {x} is never sold for {v}.",
      "We might offer the {x} for {v}.",
      "The {y} is one of our best sellers. It costs {v}. The {x} costs {w}.",
    ],
  },
  discount: {
    ask: [
      "Is there a discount on the {x}?",
      "Can you do anything about the price of the {x}?",
      "Would you give us a better price for the {x}?",
      "Do you have a special offer for the {x}?",
    ],
    state: [
      "We give a discount of {v} on the {x}.",
      "There is {v} off the {x}.",
      "Discount on the {x}: {v}.",
      "All customers get {v} off the {x}.",
      "On the {y} we give a discount of {w}, on the {x} a discount of {v}.",
    ],
    promise: [
      "You get {v} off the {x}.",
      "We can give you a discount of {v} on the {x}.",
      "There is a {v} discount on the {x}.",
      "I can offer you {v} off the {x}.",
      "Yes, you receive a {v} discount on the {x}.",
      "Thanks a lot for asking, you get {v} off the {x}.",
      "As agreed, there is {v} off the {x}.",
    ],
    miss: [
      "There is {v} off the {y}.",
      "There is {w} off the {x}.",
      "We give a discount of {v} on the {x} for orders above 100 pieces.",
      "New customers only: {v} off the {x}.",
      "We do not give a discount of {v} on the {x}.",
      "Would a discount of {v} on the {x} help?",
      "There was {v} off the {x} last year.",
      "Up to {v} off the {x}.",
      "On the {y} we give a discount of {v}, on the {x} a discount of {w}.",
    ],
  },
  date: {
    ask: [
      "When will the {x} be ready?",
      "When can we expect the {x}?",
      "By when could you deliver the {x}?",
      "What date should we plan for the {x}?",
    ],
    state: [
      "The {x} will be ready on {v}.",
      "We deliver the {x} on {v}.",
      "Delivery of the {x}: {v}.",
      "You will have the {x} on {v}.",
      "The {y} will be ready on {w}, the {x} on {v}.",
    ],
    promise: [
      "The {x} will be ready on {v}.",
      "We deliver the {x} on {v}.",
      "You get the {x} on {v}.",
      "You will have the {x} on {v}.",
      "Yes, you can have the {x} on {v}.",
      "The {x} is going to be ready on {v}.",
    ],
    miss: [
      "The {y} will be ready on {v}.",
      "The {x} will be ready on {w}.",
      "We could perhaps deliver the {x} on {v}.",
      "The {x} will not be ready on {v}.",
      "Shall we deliver the {x} on {v}?",
      "If the parts arrive, the {x} will be ready on {v}.",
      "The {y} will be ready on {v}, the {x} on {w}.",
    ],
  },
  refund: {
    ask: [
      "Can we get our money back for the {x}?",
      "Do you refund the {x}?",
      "We are not happy with the {x} and would like a refund.",
      "What happens if we return the {x}?",
    ],
    state: [
      "We refund the {x} within {v} of delivery.",
      "Refunds for the {x} are paid within {v}.",
      "A full refund of the {x} is given within {v}.",
      "Refund of the {x}: within {v}. Refund of the {y}: within {w}.",
    ],
    promise: [
      "We refund the {x} within {v}.",
      "You get a refund for the {x} within {v}.",
      "Yes, we will refund the {x} within {v}.",
      "You will receive a refund of the {x} within {v}.",
    ],
    miss: [
      "We refund the {y} within {v}.",
      "We refund the {x} within {w}.",
      "We do not refund the {x}.",
      "Refunds for the {x} are paid within {v} unless it was used.",
      "Do you want a refund of the {x} within {v}?",
      "Refund of the {y}: within {v}. Refund of the {x}: within {w}.",
    ],
  },
};
