import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Rapport } from "../../compose/compose.ts";
import { detailsText, modelsText } from "../models-text.ts";
import { count, print } from "../output.ts";
import { startProgress } from "../progress.ts";
import { withRapport } from "../with-rapport.ts";

interface ModelOptions {
  workspace?: string;
  json?: boolean;
  note?: string;
}

/** `rapport models list`: every stored model, and which serves. */
export async function listModels(options: ModelOptions): Promise<void> {
  await withRapport(async (rapport) => {
    const models = await rapport.operations.listModels(await rapport.principal(options.workspace)());
    print(models, options, () => modelsText(models));
  });
}

/** `rapport models show`: how a model was trained, how good it is, how it fares. */
export async function showModel(version: string | undefined, options: ModelOptions): Promise<void> {
  await withRapport(async (rapport) => {
    const principal = await rapport.principal(options.workspace)();
    const details = await rapport.operations.describeModel(principal, version ?? "serving");
    print(details, options, () => detailsText(details));
  });
}

/** `rapport models publish`: lets a stored model serve. */
export async function publishModel(version: string, options: ModelOptions): Promise<void> {
  await change(options, async ({ operations }, principal, how) => {
    const changed = await operations.publishVersion(principal, { ...how, version });
    return { changed, text: servingText(changed) };
  });
}

/** `rapport models rollback`: lets a model serve again that served before. */
export async function rollBackModel(version: string | undefined, options: ModelOptions): Promise<void> {
  await change(options, async ({ operations }, principal, how) => {
    const changed = await operations.rollBack(principal, { ...how, version });
    return { changed, text: servingText(changed) };
  });
}

/** `rapport models shadow`: makes a stored model the challenger, or ends its shadow. */
export async function shadowModel(
  version: string | undefined,
  options: ModelOptions & { off?: boolean },
): Promise<void> {
  await change(options, async ({ operations }, principal, how) => {
    const named = options.off ? null : version;
    if (named === undefined || (options.off && version !== undefined))
      throw new AppError(
        "VALIDATION_FAILED",
        "Name the version that is to run in the shadow, or end it with --off.",
      );
    const changed = await operations.shadowVersion(principal, { ...how, version: named });
    const scored = `Scored ${count(changed.scored)} open leads.`;
    const text = changed.challenger
      ? `Version ${changed.challenger} is the challenger: its scores are stored and not served. ${scored}\nHow it does, as leads end: npm run -s rapport -- models show ${changed.challenger}`
      : `No model runs in the shadow. ${scored}`;
    return { changed, text };
  });
}

interface How {
  note?: string;
  signal: AbortSignal;
  onProgress: (text: string) => void;
}

async function change(
  options: ModelOptions,
  work: (rapport: Rapport, principal: Principal, how: How) => Promise<{ changed: object; text: string }>,
): Promise<void> {
  await withRapport(async (rapport, signal) => {
    const principal = await rapport.principal(options.workspace)();
    const progress = startProgress("Scoring");
    try {
      const onProgress = (text: string) => progress.update(text);
      const { changed, text } = await work(rapport, principal, { note: options.note, signal, onProgress });
      progress.stop();
      print(changed, options, () => text);
    } finally {
      progress.stop();
    }
  });
}

function servingText({
  version,
  before,
  scored,
}: {
  version: number;
  before: number | null;
  scored: number;
}): string {
  const instead = before === null ? "" : before === version ? ", as it did" : ` instead of version ${before}`;
  return `Version ${version} serves from now on${instead}. Scored ${count(scored)} open leads.`;
}
