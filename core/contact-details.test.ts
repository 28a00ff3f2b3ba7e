import { expect, test } from "vitest";
import { holdsContactDetails, redactContactDetails } from "./contact-details.ts";

test.each([
  ["Write to ada.byron+x@example.com, please", "Write to [email], please"],
  ["<mailto:ada@example.com>", "<mailto:[email]>"],
  ["ada＠example.com", "[email]"],
  ["Ring +44 20 7946 0018 or 0170/1234567.", "Ring [phone] or [phone]."],
  ["Ring (030) 123-45-67", "Ring [phone]"],
  ["tel01701234567", "tel[phone]"],
  ["Ring ٠١٢٣٤٥٦٧٨٩", "Ring [phone]"],
  ["+1 900 555", "[phone]"],
])("hides %j", (text, hidden) => {
  expect(redactContactDetails(text)).toBe(hidden);
  expect(holdsContactDetails(text)).toBe(true);
});

test.each([
  ["40 seats at 1,500,000 by 2026-03-01 09:30, or 01.04.2026"],
  ["room 12, 3-4 people, 99 %"],
  ["2026-03-01T09:30:00.000Z"],
])("leaves %j alone", (text) => {
  expect(redactContactDetails(text)).toBe(text);
  expect(holdsContactDetails(text)).toBe(false);
});
