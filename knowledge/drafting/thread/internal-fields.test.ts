import { expect, test } from "vitest";
import { isInternalField } from "./internal-fields.ts";

test.each([
  "Internal notes",
  "Lead score",
  "Status",
  "Churn probability",
  "Owner",
  "Floor price",
  "Deal value",
  "Loss reason",
  "Interne Bemerkung",
  "Abschlusswahrscheinlichkeit",
  "Kundennotizen",
  "Note interne",
  "Max discount",
  "Maximum discount",
  "Discount limit",
  "Minimum price",
  "Fallback offer",
  "BATNA",
  "Win chance",
  "Expected revenue",
  "Lead source",
  "Creditworthiness",
  "Confidential",
  "Do not mention",
  "Rabattgrenze",
  "Prix plancher",
  "Probabilidad de cierre",
])("the team keeps %s for itself", (name) => {
  expect(isInternalField(name)).toBe(true);
});

test.each([
  "Delivery week",
  "Order status",
  "Delivery note number",
  "Payment status",
  "Personal trainer",
  "Contract end",
  "Marginal height",
  "State",
  "Floor",
  "International plan",
  "Discount",
  "Minimum order quantity",
  "Price",
  "Contract value",
])("the contact may know %s", (name) => {
  expect(isInternalField(name)).toBe(false);
});
