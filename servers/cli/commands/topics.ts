import { parseInput } from "#tools/parse-input.ts";
import { print } from "../output.ts";
import { withRapport } from "../with-rapport.ts";

interface TopicsOptions {
  period?: { from: string; to: string };
  timeZone?: string;
  limit: number;
  workspace?: string;
  json?: boolean;
}

/** `rapport topics`: what list_topics answers. */
export async function topics({ period, timeZone, limit, ...options }: TopicsOptions): Promise<void> {
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(options.workspace)();
    const { listTopics: tool } = rapport.tools;
    const input = parseInput(tool, { ...period, time_zone: timeZone, limit });
    const output = await tool.run({ principal, signal }, input);
    print(output, options, () => tool.toText(output));
  });
}
