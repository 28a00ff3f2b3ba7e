import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { Phrased, Words } from "#core/words.ts";
import { journeySummary } from "#tools/journey-summary.ts";
import type { CustomerJourneyState, CustomerJourneyUpdate } from "../state.ts";
import { verifiedWording } from "../verified-wording.ts";

/** Lets the words port turn the summary into prose. It sees neither names nor anybody's words; what it says is verified, and the name is put in afterwards. */
export const phrase =
  (words: Words, timeoutMs: number) =>
  async (state: CustomerJourneyState, config: LangGraphRunnableConfig): Promise<CustomerJourneyUpdate> => {
    const { request, found, comparison, painPoints, next } = state;
    const { timeZone } = request;
    const draft = journeySummary({ found, comparison, painPoints, next, timeZone });
    const wording = await words.phrase({ draft, timeoutMs, signal: config.signal });
    const stages = found.stages.map(({ name }) => name);
    return { wording: named(verifiedWording(wording, draft, stages), found.contact.name) };
  };

/** Says the lead's name where the text first speaks of it. */
function named(wording: Phrased, name: string): Phrased {
  return { ...wording, explanation: wording.explanation.replace(/\bThe lead\b/, () => name) };
}
