import { z } from "zod";
import type { AnalysisPlan, Analyst, Contribution, Telling } from "#core/analyst.ts";
import { analysis } from "#core/domain/insight.ts";
import { toAppError } from "#core/errors.ts";
import type { LanguageModel, StructuredRequest } from "#core/language-model.ts";

/** Below this a model is not asked: it could not answer. */
const worthAskingMs = 250;

/**
 * A model that plans and writes; each step falls back to the local analyst when the model fails or its time is too short. It sees
 * metrics, numbers and moments, and the caller's question; names from records stand as [A], [B] … in what it is sent.
 */
export function modelAnalyst(model: LanguageModel, local: Analyst): Analyst {
  const ask = async <Raw, T>(
    request: Pick<
      StructuredRequest<Raw>,
      "system" | "schema" | "schemaName" | "input" | "signal" | "timeoutMs"
    >,
    read: (raw: Raw) => T,
    fallBack: () => Promise<Contribution<T>>,
  ): Promise<Contribution<T>> => {
    const { timeoutMs, schemaName } = request;
    if (timeoutMs !== undefined && timeoutMs < worthAskingMs) {
      return { ...(await fallBack()), note: `${model.id} was not asked to ${schemaName}: no time was left` };
    }
    try {
      return { value: read(await model.generate(request)), engine: model.id };
    } catch (error) {
      return {
        ...(await fallBack()),
        note: `${model.id} did not ${schemaName}: ${toAppError(error).message}`,
      };
    }
  };
  return {
    engine: model.id,
    plan: (request) => {
      const { metrics, analyses, question, signal, timeoutMs } = request;
      const input = JSON.stringify({ question, metrics, analyses });
      return ask(
        { ...steps.plan, input, signal, timeoutMs },
        (raw): AnalysisPlan => ({ metrics: raw.metrics, analyses: raw.analyses }),
        () => local.plan(request),
      );
    },
    write: (request) => {
      const { drafts, signal, timeoutMs } = request;
      const input = JSON.stringify(drafts.map((draft, index) => ({ ...draft, id: index + 1 })));
      return ask({ ...steps.write, input, signal, timeoutMs }, written(drafts), () => local.write(request));
    },
  };
}

const planning = z.object({
  metrics: z.array(z.string().max(80)).max(40),
  analyses: z.array(analysis).max(20),
});
const writing = z.object({
  texts: z
    .array(
      z.object({
        id: z.number(),
        title: z.string().max(300),
        description: z.string().max(2_000),
        recommendations: z.array(z.string().max(600)).max(6),
      }),
    )
    .max(40),
});

const steps = {
  plan: {
    schemaName: "plan",
    schema: planning,
    system: `You plan an analysis of a sales team's metrics. You are given a question, metrics and analyses (trend, step, spike, season: of a
metric over time; group: between sources, owners and the like; period: against earlier periods; forecast).
Answer with the ids of the metrics and the analyses that bear on the question, the most important first. If in doubt, keep one.`,
  },
  write: {
    schemaName: "write",
    schema: writing,
    system: `You phrase what was found in a sales team's metrics (how they moved, what stands out, groups that differ, forecasts) for a busy
sales manager: warm, plain, specific. You are given drafts with an id, title, description and recommendations. Answer with texts: for
each id the same fields, reworded.
Every sentence must say just what one sentence of its draft says: keep its numbers, units, dates and [letters] exactly, all of
them and in their order; keep which way things went. Add no number (not in words either), name, cause, negation or advice.
A sentence that departs from its draft is thrown away.`,
  },
} as const;

/** Texts by the drafts' own ids; labels that were not shown are dropped. */
const written =
  (drafts: readonly Telling[]) =>
  ({ texts }: z.infer<typeof writing>): Telling[] =>
    texts.flatMap(({ id, title, description, recommendations }) => {
      const draft = drafts[id - 1];
      return draft ? [{ id: draft.id, title, description, recommendations }] : [];
    });
