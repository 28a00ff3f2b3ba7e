import type { CustomerJourneyTools } from "../ports.ts";
import type { CustomerJourneyState, CustomerJourneyUpdate } from "../state.ts";

/** Looks the contact up and reads which stages it reached. */
export const gather =
  ({ getJourney }: CustomerJourneyTools) =>
  async ({ request }: CustomerJourneyState): Promise<CustomerJourneyUpdate> => {
    const { context, reference, asOf } = request;
    return { found: await getJourney.run(context, { reference, asOf }) };
  };
