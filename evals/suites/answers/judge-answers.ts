import { quantile } from "../retrieval/measure-system.ts";
import type { AnsweredCase, AnswerResult, AnswerShare } from "./results.ts";

const shownExamples = 12;

/** Counts what was answered, cited and declined; an answerable question is right when a sentence cites what holds its answer. */
export function judgeAnswers(cases: readonly AnsweredCase[], engine: string): AnswerResult {
  const times = cases.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return {
    engine,
    shares: (["answerable", "unanswerable"] as const).flatMap((kind) => sharesOf(cases, kind)),
    sentences: cases.reduce((sum, { sentences }) => sum + sentences, 0),
    unsupported: cases.flatMap(({ unsupported }) => unsupported),
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    examples: examplesOf(cases),
  };
}

/** Whether a question came out as it should. */
export function isRight({ gold, citesGold, abstained }: AnsweredCase): boolean {
  return gold.length > 0 ? citesGold : abstained;
}

function sharesOf(cases: readonly AnsweredCase[], kind: AnswerShare["kind"]): AnswerShare[] {
  const of = cases.filter(({ gold }) => gold.length > 0 === (kind === "answerable"));
  const bySource = [...Map.groupBy(of, ({ source }) => source)];
  return [["all", of] as const, ...bySource].map(([source, some]) => ({
    kind,
    source,
    of: some.length,
    right: some.filter(isRight).length,
    wrong: some.filter((one) => !isRight(one) && !one.abstained).length,
  }));
}

/** As many of each way to fail. */
function examplesOf(cases: readonly AnsweredCase[]): AnswerResult["examples"] {
  const failed = cases
    .filter((one) => !isRight(one))
    .map((one) => ({ question: one.question, source: one.source, what: whatWentWrong(one) }));
  return [...Map.groupBy(failed, ({ what }) => what).values()].flatMap((of) =>
    of.slice(0, shownExamples / 3),
  );
}

function whatWentWrong({ gold, abstained }: AnsweredCase): string {
  if (gold.length === 0) return "answered, though the records do not tell";
  return abstained ? "declined, though the records tell" : "answered from other passages";
}
