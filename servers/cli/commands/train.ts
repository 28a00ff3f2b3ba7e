import { print } from "../output.ts";
import { startProgress } from "../progress.ts";
import { reportText } from "../report-text.ts";
import { withRapport } from "../with-rapport.ts";

/** `rapport train`: fits a model to the leads that have ended, publishes it and scores the open leads anew. */
export async function train(options: {
  workspace?: string;
  json?: boolean;
  ignore?: string[];
}): Promise<void> {
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(options.workspace)();
    const progress = startProgress("Training");
    try {
      const model = await rapport.operations.train(principal, {
        signal,
        ignore: options.ignore,
        onProgress: (text) => progress.update(text),
      });
      progress.stop();
      print(model, options, () => reportText(model));
    } finally {
      progress.stop();
    }
  });
}
