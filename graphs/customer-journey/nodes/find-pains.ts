import type { CustomerJourneyTools } from "../ports.ts";
import type { CustomerJourneyState, CustomerJourneyUpdate } from "../state.ts";

/** Finds what goes wrong in the contact's messages. */
export const findPains =
  ({ findPainPoints }: CustomerJourneyTools) =>
  async ({ request, found }: CustomerJourneyState): Promise<CustomerJourneyUpdate> => {
    const { context, asOf, timeZone } = request;
    return { painPoints: await findPainPoints.run(context, { found, asOf, timeZone }) };
  };
