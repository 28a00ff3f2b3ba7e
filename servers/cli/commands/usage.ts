import { count, print } from "../output.ts";
import { toSince } from "../since-option.ts";
import { textTable } from "../text-table.ts";
import { withRapport } from "../with-rapport.ts";

/** `rapport usage`: what the workspace used of language models, the dearest first. */
export async function usage(options: { since?: string; workspace?: string; json?: boolean }): Promise<void> {
  const since = toSince(options.since);
  await withRapport(async ({ operations, principal }) => {
    const used = await operations.modelUsage(await principal(options.workspace)(), since);
    const rows = used.map((row) => [
      row.model,
      row.purpose,
      count(row.calls),
      count(row.failed),
      count(row.promptTokens),
      count(row.responseTokens),
      dollars(row.costMicroUsd),
    ]);
    const total = used.reduce((sum, row) => sum + row.costMicroUsd, 0);
    print({ since, used, costMicroUsd: total }, options, () =>
      used.length === 0
        ? "No language model was asked since then."
        : [
            ...textTable(["model", "tool", "calls", "failed", "prompt", "response", "cost"], rows, 2),
            `${dollars(total)} since ${since.toISOString()}, by the price table.`,
          ].join("\n"),
    );
  });
}

function dollars(micro: number): string {
  return `$${(micro / 1e6).toFixed(4)}`;
}
