import { z } from "zod";
import type { FeatureRow } from "../features/feature.ts";
import type { Prediction, ScoringModel } from "./scoring-model.ts";

/** A model's part in a stack. */
export interface StackPart {
  model: ScoringModel;
  /** 0–1; all weights add up to 1. A part without weight may stand there because another measures with it. */
  weight: number;
}

/** A stack is a model that can say what each part of it thinks. */
export interface Stack extends ScoringModel {
  parts: readonly StackPart[];
}

/**
 * Several models as one: the weighted mean of their log-odds (a logarithmic opinion pool), and so of their
 * contributions, source by source. A single part with all the weight is that model itself.
 */
export function stackOf(parts: readonly StackPart[]): ScoringModel {
  const [only] = parts;
  if (only && parts.length === 1) return only.model;
  const voting = parts.filter(({ weight }) => weight > 0);
  // Those of silent parts too: what another measures with must be read as well.
  const sources = [...new Set(parts.flatMap(({ model }) => model.sources))];
  const places = voting.map(({ model }) => Int32Array.from(model.sources, (name) => sources.indexOf(name)));
  const baseLogOdds = voting.reduce((sum, { model, weight }) => sum + weight * model.baseLogOdds, 0);
  const stack: Stack = {
    kind: "stack",
    parts,
    sources,
    baseLogOdds,
    predict: (row, explain) => predict({ voting, places, width: sources.length }, row, explain),
    speak: (source, row) => speak(voting, source, row),
    serialise: () => ({
      parts: parts.map(({ model, weight }) => ({
        kind: model.kind,
        weight,
        parameters: model.serialise(),
      })),
    }),
  };
  return stack;
}

const serialised = z.object({
  parts: z.array(z.object({ kind: z.string(), weight: z.number().min(0).max(1), parameters: z.unknown() })),
});

/**
 * Reads what `serialise` wrote.
 * @param load makes a part, given those before it.
 * @throws ZodError when it is something else.
 */
export function loadStack(
  json: unknown,
  load: (stored: { kind: string; parameters: unknown }, earlier: readonly ScoringModel[]) => ScoringModel,
): ScoringModel {
  const parts: StackPart[] = [];
  for (const { weight, ...stored } of serialised.parse(json).parts) {
    const earlier = parts.map(({ model }) => model);
    parts.push({ weight, model: load(stored, earlier) });
  }
  return stackOf(parts);
}

/** Whether a model is made of several. */
export function isStack(model: ScoringModel): model is Stack {
  return model.kind === "stack";
}

interface Layout {
  voting: readonly StackPart[];
  /** Of each part: where its sources stand among the stack's. */
  places: readonly Int32Array[];
  width: number;
}

function predict({ voting, places, width }: Layout, row: FeatureRow, explain?: boolean): Prediction {
  const contributions = new Float64Array(explain === false ? 0 : width);
  const known = new Uint8Array(width);
  let logOdds = 0;
  let deviation = 0;
  for (let p = 0; p < voting.length; p++) {
    const { model, weight } = voting[p] as StackPart;
    const place = places[p] as Int32Array;
    const said = model.predict(row, explain);
    logOdds += weight * said.logOdds;
    // The parts learned from the same leads: their errors are taken to go the same way.
    deviation += weight * Math.sqrt(said.variance);
    for (let s = 0; s < place.length; s++) {
      const at = place[s] as number;
      if (said.known[s] === 1) known[at] = 1;
      if (explain !== false)
        contributions[at] = (contributions[at] as number) + weight * (said.contributions[s] as number);
    }
  }
  return { logOdds, variance: deviation * deviation, contributions, known };
}

function speak(voting: readonly StackPart[], source: string, row: FeatureRow): string | undefined {
  for (const { model } of voting) {
    const said = model.sources.includes(source) ? model.speak?.(source, row) : undefined;
    if (said !== undefined) return said;
  }
  return undefined;
}
