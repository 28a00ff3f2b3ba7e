import { parseInput } from "#tools/parse-input.ts";
import { print } from "../output.ts";
import { withRapport } from "../with-rapport.ts";
import { toReference } from "./score.ts";

/** `rapport explain <contact>`: the same answer as the MCP tool explain_score. */
export async function explain(
  contact: string,
  options: { workspace?: string; json?: boolean; asOf?: string },
): Promise<void> {
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(options.workspace)();
    const { explainScore } = rapport.tools;
    const input = parseInput(explainScore, { ...toReference(contact), as_of: options.asOf });
    const output = await explainScore.run({ principal, signal }, input);
    print(output, options, () => explainScore.toText(output));
  });
}
