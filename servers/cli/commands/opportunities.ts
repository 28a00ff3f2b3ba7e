import { parseInput } from "#tools/parse-input.ts";
import { toMoment } from "../moment-option.ts";
import { print } from "../output.ts";
import { withRapport } from "../with-rapport.ts";

interface OpportunitiesOptions {
  kinds?: string[];
  limit: number;
  cursor?: string;
  asOf?: string;
  workspace?: string;
  json?: boolean;
}

/** `rapport opportunities`: what list_opportunities answers. */
export async function opportunities(options: OpportunitiesOptions): Promise<void> {
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(options.workspace)();
    const { listOpportunities: tool } = rapport.tools;
    const { kinds, limit, cursor, asOf } = options;
    const input = parseInput(tool, {
      kinds,
      limit,
      cursor,
      as_of: asOf === undefined ? undefined : toMoment(asOf).toISOString(),
    });
    const output = await tool.run({ principal, signal }, input);
    print(output, options, () => tool.toText(output));
  });
}
