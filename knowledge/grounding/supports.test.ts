import { describe, expect, test } from "vitest";
import { supports } from "./supports.ts";

const email = `On 3 May 2025 Jane Doe wrote:
Renewal of the licences
Tom Miller
Hello Tom, we need 40 seats for the Berlin office by 12 June. The budget is $5k a year. We do not need the phone add-on.
If legal agrees, we might also renew the Paris contract. Do you offer single sign-on?
I doubt that we will extend the trial. Invoice INV-2041 is still open, and Bob paid Alice 300 dollars in March.`;

describe("is evidence for", () => {
  test.each([
    ["the same words", "We need 40 seats for the Berlin office by 12 June."],
    ["a rewording", "Jane Doe needs 40 seats for the Berlin office."],
    ["a number written otherwise", "The budget is 5,000 dollars a year."],
    ["a date written otherwise", "Jane needs 40 seats for Berlin by June 12th."],
    ["a verbatim quotation", 'On 3 May 2025 Jane Doe wrote: "We do not need the phone add-on."'],
    ["what is denied, denied", "They don't need the phone add-on."],
    ["what is doubtful, doubted", "They might renew the Paris contract if legal agrees."],
    ["a question as one", "Jane asked whether we offer single sign-on."],
    ["a code", "Invoice INV-2041 is still open."],
  ])("%s", (_what, sentence) => {
    expect(supports(sentence, email)).toMatchObject({ supported: true });
  });
});

describe("is no evidence for", () => {
  test.each([
    ["another number", "We need 400 seats for the Berlin office by 12 June.", "number 400"],
    ["a number of something else", "The Berlin office needs the 12 seats by June.", "number 12"],
    ["another currency", "The budget is 5,000 euros a year.", "number 5000€"],
    ["percent of a number", "40 % of the Berlin office need seats.", "number 40%"],
    ["another day", "We need 40 seats for the Berlin office by 13 June.", "date 06-13"],
    ["another year", 'On 3 May 2024 Jane Doe wrote: "We do not need the phone add-on."', "who said it"],
    ["another code", "Invoice INV-2042 is still open.", "code inv-2042"],
    ["another place", "We need 40 seats for the London office by 12 June.", "name london"],
    ["another company as subject", "Acme needs 40 seats for the Berlin office by 12 June.", "name acme"],
    ["names turned round", "Alice paid Bob 300 dollars in March.", "order of names"],
    ["a negation lost", "They need the phone add-on.", "a negation"],
    ["a negation put in", "We do not need 40 seats for the Berlin office.", "a negation"],
    ["a condition lost", "They renew the Paris contract.", "a doubt"],
    ["a question taken for a fact", "We offer single sign-on.", "a question"],
    ["a quotation that differs", 'On 3 May 2025 Jane Doe wrote: "We need the phone add-on."', "a quotation"],
    ["a quotation torn from its doubt", 'Jane Doe wrote: "we will extend the trial"', "out of its context"],
    ["a quotation in another's mouth", 'On 3 May 2025 Tom Miller wrote: "We need 40 seats"', "who said it"],
    ["a quotation denied", 'Jane never said so: "We do not need the phone add-on."', "denies"],
    ["a quotation without an end", 'Jane Doe wrote: "We do not need', "without an end"],
    ["words from here and there", "The Berlin trial needs an open budget for the Paris phone.", "too few"],
    ["something else", "The weather in Berlin was lovely all week.", "too few"],
    ["nothing", "It is so.", "nothing that could be checked"],
  ])("%s", (_what, sentence, reason) => {
    const judged = supports(sentence, email);
    expect(judged.supported).toBe(false);
    expect(judged.reason).toContain(reason);
  });
});

test("judges German by its own words", () => {
  const mail =
    "Am 3. Mai schrieb Frau Krüger: Wir brauchen keine Schulung, aber 20 Lizenzen für das Büro in Köln.";
  expect(supports("Sie brauchen 20 Lizenzen für das Büro in Köln.", mail).supported).toBe(true);
  expect(supports("Sie brauchen eine Schulung.", mail)).toMatchObject({
    supported: false,
    reason: "a negation",
  });
});

test("measures coverage from 0 to 1", () => {
  expect(supports("We need 40 seats.", email).coverage).toBe(1);
  expect(supports("Zebras gallop.", email).coverage).toBe(0);
});
