import { parseInput } from "#tools/parse-input.ts";
import { print } from "../output.ts";
import { withRapport } from "../with-rapport.ts";

interface InsightsOptions {
  segment?: string;
  from?: string;
  to?: string;
  asOf?: string;
  metrics?: string[];
  timeZone?: string;
  limit?: number;
  question?: string;
  workspace?: string;
  json?: boolean;
}

/** `rapport insights`: what generate_insights answers. */
export async function insights(options: InsightsOptions): Promise<void> {
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(options.workspace)();
    const { generateInsights: tool } = rapport.tools;
    const { segment, from, to, asOf, metrics, timeZone, limit, question } = options;
    const input = parseInput(tool, {
      customer_segment: segment,
      time_period: from || to ? { from, to } : undefined,
      as_of: asOf,
      metrics,
      time_zone: timeZone,
      limit,
      question,
    });
    const output = await tool.run({ principal, signal }, input);
    print(output, options, () => tool.toText(output));
  });
}

/** `rapport replay <handle>`: whether an earlier answer still holds. */
export async function replay(handle: string, options: InsightsOptions): Promise<void> {
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(options.workspace)();
    const { replayInsight: tool } = rapport.tools;
    const output = await tool.run({ principal, signal }, parseInput(tool, { handle }));
    print(output, options, () => tool.toText(output));
  });
}
