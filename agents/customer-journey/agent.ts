import type { CustomerJourneyGraph } from "#graphs/customer-journey/graph.ts";
import type { CustomerJourneyState } from "#graphs/customer-journey/state.ts";
import { analyzeCustomerJourney, type RunCustomerJourney } from "./analyze-customer-journey.ts";

/**
 * Makes the customer-journey agent's tool over its graph, which is built on the first call.
 */
export function customerJourneyAgent(loadGraph: () => Promise<CustomerJourneyGraph>) {
  const run: RunCustomerJourney = async (context, request) => {
    const compiled = await loadGraph();
    const final = await compiled.invoke({ request: { ...request, context } }, { signal: context.signal });
    return final as CustomerJourneyState;
  };
  return { analyzeCustomerJourney: analyzeCustomerJourney(run) };
}
