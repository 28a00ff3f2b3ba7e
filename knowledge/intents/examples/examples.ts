import type { Intent } from "../intent.ts";
import { accountExamples } from "./accounts.ts";
import { buyingExamples } from "./buying.ts";
import { meetingExamples } from "./meetings.ts";
import { otherExamples } from "./other.ts";
import { productExamples } from "./product.ts";

/** The label of sentences that no intent fits. */
export const noIntent = "none";

/** Own sentences for each intent, and for none. */
export const intentExamples: Readonly<Record<Intent | typeof noIntent, readonly string[]>> = {
  ...buyingExamples,
  ...meetingExamples,
  ...productExamples,
  ...accountExamples,
  ...otherExamples,
};
