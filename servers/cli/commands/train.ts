import type { Rapport } from "../../compose/compose.ts";
import { print } from "../output.ts";
import { startProgress } from "../progress.ts";
import { reportText, retrainingText } from "../report-text.ts";
import { withRapport } from "../with-rapport.ts";

interface TrainOptions {
  workspace?: string;
  json?: boolean;
  ignore?: string[];
  keep?: string[];
  /** False with --no-publish. */
  publish: boolean;
  shadow?: boolean;
  ifNeeded?: boolean;
}

/**
 * `rapport train`: fits a model to the leads that have ended, publishes it if it is no worse than the one that serves, and
 * scores the open leads anew.
 */
export async function train(options: TrainOptions): Promise<void> {
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(options.workspace)();
    const progress = startProgress("Training");
    const { trainIfDue, train } = rapport.operations;
    const purpose: "publish" | "store" | "shadow" = options.shadow
      ? "shadow"
      : options.publish
        ? "publish"
        : "store";
    const how = {
      ...(options.ignore && { ignore: options.ignore }),
      ...(options.keep && { keep: options.keep }),
      purpose,
      signal,
      onProgress: (text: string) => progress.update(text),
    };
    try {
      if (options.ifNeeded) {
        const result = await trainIfDue(principal, how);
        progress.stop();
        print(result, options, () => ifDueText(result));
      } else {
        const model = await train(principal, how);
        progress.stop();
        print(model, options, () => reportText(model));
      }
    } finally {
      progress.stop();
    }
  });
}

type IfDue = Awaited<ReturnType<Rapport["operations"]["trainIfDue"]>>;

function ifDueText({ retraining, trained }: IfDue): string {
  return [`Training is ${retrainingText(retraining)}`, ...(trained ? [reportText(trained)] : [])].join("\n");
}
