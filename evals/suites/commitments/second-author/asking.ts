/** What a customer asks for, what would let the promise leave, how it is said, and what nearly lets it. Slots as {x} are filled by `slots.ts`. */
export interface Asking {
  topic: "price" | "discount" | "date" | "deadline" | "refund" | "quantity" | "availability" | "legal";
  asked: string;
  /** Says all that the promises do. */
  fact: string;
  /** The fact in the words of people who write mails. */
  promises: readonly string[];
  /** If any of these stands in a reply, the promise left. */
  tells: readonly string[];
  /** Sources that do not say it, by what is wrong with them. Those with another value or thing are made from the fact. */
  misses: readonly { wrong: string; text: string }[];
  /** The fact speaks of a day relative to the message, so that only the team's own message can hold it. */
  onlyOurs?: boolean;
}
