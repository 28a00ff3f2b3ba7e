import { holdsContactDetails } from "./contact-details.ts";

const rules: readonly { what: string; found: (text: string) => boolean }[] = [
  // Control, format and private characters and variation selectors: unseen by people, but a model may read them.
  { what: "hidden characters", found: (text) => /[^\P{C}\n\r\t]|\p{Variation_Selector}/u.test(text) },
  { what: "an address", found: (text) => text.includes("@") },
  // Two slashes, a scheme before anything, a dot between letters as in a domain, an IP address.
  {
    what: "a link",
    found: (text) =>
      /[/\\]{2}|\p{L}[\p{L}\p{N}+.-]+:(?=\S)|[\p{L}\p{N}_-][.。]\p{L}{2,}|\d(?:\.\d+){3}/u.test(text),
  },
  { what: "markup", found: (text) => /<[\p{L}/!?]|&#?\w+;|\][([:]/u.test(text) },
  { what: "a phone number", found: holdsContactDetails },
];

/**
 * What makes a model's text unfit to be shown: a link or domain, markup, an address, a phone number or hidden characters;
 * undefined when there is none. A customer's text may have talked the model into any of them, and a host might follow or
 * draw them. Errs on the side of finding: "done.Next" reads as a domain, and a large number as a phone number.
 */
export function findUnfit(text: string): string | undefined {
  const plain = text.normalize("NFKC");
  return rules.find(({ found }) => found(plain))?.what;
}
