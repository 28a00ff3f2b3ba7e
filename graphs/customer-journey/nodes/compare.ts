import type { CustomerJourneyTools } from "../ports.ts";
import type { CustomerJourneyState, CustomerJourneyUpdate } from "../state.ts";

/** Holds the journey against those of won and lost peers. */
export const compare =
  ({ compareJourney }: CustomerJourneyTools) =>
  async ({ request, found }: CustomerJourneyState): Promise<CustomerJourneyUpdate> => {
    const { context, asOf, isLive } = request;
    return { comparison: await compareJourney.run(context, { found, asOf, isLive }) };
  };
