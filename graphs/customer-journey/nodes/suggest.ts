import type { CustomerJourneyTools } from "../ports.ts";
import type { CustomerJourneyState, CustomerJourneyUpdate } from "../state.ts";

/** Chooses what to do next from the journey, its pain points and what peers had by now. */
export const suggest =
  ({ suggestNextAction }: CustomerJourneyTools) =>
  async (state: CustomerJourneyState): Promise<CustomerJourneyUpdate> => {
    const { request, found, comparison, painPoints } = state;
    const { context, timeZone } = request;
    const { stages, journey, events, outcome } = found;
    const { opportunities } = comparison;
    const query = { stages, journey, events, outcome, signals: painPoints, opportunities, timeZone };
    return { next: await suggestNextAction.run(context, query) };
  };
