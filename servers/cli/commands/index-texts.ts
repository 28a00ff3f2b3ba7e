import { indexAll } from "../index-all.ts";
import { indexText } from "../index-text.ts";
import { print } from "../output.ts";
import { startProgress } from "../progress.ts";
import { withRapport } from "../with-rapport.ts";

/** `rapport index`: makes everything searchable now. */
export async function indexTexts(options: { workspace?: string; json?: boolean }): Promise<void> {
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(options.workspace)();
    const progress = startProgress("Looking for texts that are not searchable yet");
    try {
      const indexed = await indexAll(rapport, principal, { signal, progress });
      progress.stop();
      print(indexed, options, () => indexText(indexed));
    } finally {
      progress.stop();
    }
  });
}
