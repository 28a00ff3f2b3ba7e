import { expect, test } from "vitest";
import { asksForField, asksOwn } from "./asks-for-field.ts";

test.each([
  ["What is our delivery week?", "Delivery week"],
  ["When will our order be delivered?", "Delivery date"],
  ["Until when does our contract run?", "Contract end"],
  ["When does our warranty run out?", "Warranty until"],
  ["How many seats do we have?", "Seats"],
  ["What is the name of our plan?", "Plan"],
  ["Where does our order stand?", "Order status"],
  ["How much do we pay per seat?", "Price per seat"],
  ["To which address do you deliver our order?", "Delivery address"],
  ["Which phone number do you have for me, is it my phone at work?", "Phone"],
  ["Wann endet unser Vertrag?", "Vertragsende"],
  ["Welche Lieferwoche ist für uns eingetragen?", "Lieferwoche"],
  ["Pourriez-vous me rappeler le numéro de notre commande ?", "Numéro de commande"],
  ["¿Qué plan tenemos contratado?", "Plan contratado"],
])("“%s” asks for the writer's own %s", (question, field) => {
  expect(asksOwn(question)).toBe(true);
  expect(asksForField(question, field)).toBeGreaterThan(0);
});

test.each([
  ["Could we settle this without a phone call?", "Phone"],
  ["Can you send our contract by email?", "Email"],
  ["What is the name of our trainer?", "Name"],
  ["Can we change our delivery date?", "Delivery date"],
  ["Why is our delivery date so late?", "Delivery date"],
  ["We like our plan.", "Plan"],
  ["When will our order be delivered?", "Delivery address"],
  ["When will our order be delivered?", "Order number"],
])("“%s” does not ask for %s", (question, field) => {
  expect(asksForField(question, field)).toBe(0);
});

test.each(["How long does delivery take?", "Can you tell me when machines are delivered?"])(
  "“%s” is not about the writer's own",
  (question) => {
    expect(asksOwn(question)).toBe(false);
  },
);

test("the field whose name is asked for most exactly weighs most", () => {
  const question = "What is our price per seat?";
  expect(asksForField(question, "Price per seat")).toBeGreaterThan(asksForField(question, "Seats"));
});
