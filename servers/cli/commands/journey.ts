import { parseInput } from "#tools/parse-input.ts";
import { toMoment } from "../moment-option.ts";
import { firstFound, type OneContactOptions } from "../one-contact.ts";
import { print } from "../output.ts";
import { withRapport } from "../with-rapport.ts";

interface JourneyOptions extends OneContactOptions {
  timeZone: string;
}

/** `rapport journey <contact>`: the same answer as the MCP tool analyze_customer_journey. */
export async function journey(contact: string, options: JourneyOptions): Promise<void> {
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(options.workspace)();
    const { analyzeCustomerJourney: tool } = rapport.tools;
    const as_of = options.asOf && toMoment(options.asOf).toISOString();
    const output = await firstFound(contact, (reference) =>
      tool.run({ principal, signal }, parseInput(tool, { ...reference, as_of, time_zone: options.timeZone })),
    );
    print(output, options, () => tool.toText(output));
  });
}
