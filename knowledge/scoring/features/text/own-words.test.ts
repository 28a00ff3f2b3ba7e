import { expect, test } from "vitest";
import { ownWords } from "./own-words.ts";

test.each([
  ["marked lines", "Yes.\n> Send the contract?\n>> Really?\nBye", "Yes. Bye"],
  [
    "a reply above what it answers",
    "Too dear.\n\nOn 5 May 2026, Ann wrote:\nSend the contract.\nAnn",
    "Too dear.",
  ],
  [
    "an introduction over two lines",
    "No.\n\nOn Mon, May 5, 2026 at 10:00 AM Ann Other <ann@example.com>\nwrote:\nHello",
    "No.",
  ],
  ["a reply below what it answers", "On 5 May 2026, Ann wrote:\n> Interested?\n\nYes, very.", "Yes, very."],
  ["German", "Gern.\nAm 05.05.2026 um 10:00 schrieb Ann Other:\nPasst das?", "Gern."],
  ["French", "D'accord.\nLe lun. 5 mai 2026 à 10:00, Ann a écrit :\nCela va ?", "D'accord."],
  [
    "Outlook's header",
    "Fine.\n\nFrom: Ann <ann@example.com>\nSent: Monday\nTo: Bob\nSubject: Offer\n\nHow much?",
    "Fine.",
  ],
  ["a separator", "Fine.\n-----Original Message-----\nHow much?", "Fine."],
  ["a signature", "Fine.\n-- \nBob, Sales at ACME", "Fine."],
  ["a device", "Fine.\nSent from my iPhone", "Fine."],
  ["an automatic reply", "Out of office: back on Monday.", ""],
])("leaves out %s", (_, message, own) => {
  expect(ownWords(message)).toHaveLength(message.length);
  expect(ownWords(message).replace(/\s+/g, " ").trim()).toBe(own);
});

test.each([
  "On Monday we wrote to you about the price.\nWhat now?",
  "From: here it is only a mile.\nSee you.",
  "Le prix me convient.\nMerci",
  "No quotes here, nor lines",
])("keeps %j as it is", (message) => {
  expect(ownWords(message)).toBe(message);
});

test("reads the first 20,000 characters", () => {
  expect(ownWords("word ".repeat(10_000))).toHaveLength(20_000);
});
