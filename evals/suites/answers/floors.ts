import { atLeast, atMost, type Figure } from "../../report/figure-table.ts";
import type { AnswerResult, AnswerShare } from "./results.ts";

/** What answers must hold to, in percent; those of a suite that was not run are missing, and so missed. */
export function answerFloors(result: AnswerResult | null): Figure[] {
  return [
    percentOf(result, "answerable", "answers: answered with what holds the answer", 80),
    percentOf(result, "unanswerable", "answers: declined where the records do not tell", 90),
    count(result, "answerable"),
    count(result, "unanswerable"),
    {
      name: "answers: unsupported sentences",
      value: result?.unsupported.length ?? null,
      unit: "",
      target: atMost(0),
    },
  ];
}

function percentOf(
  result: AnswerResult | null,
  kind: AnswerShare["kind"],
  name: string,
  least: number,
): Figure {
  const share = all(result, kind);
  return { name, value: share ? (100 * share.right) / share.of : null, unit: "%", target: atLeast(least) };
}

/** Fewer questions would prove little. */
function count(result: AnswerResult | null, kind: AnswerShare["kind"]): Figure {
  const value = all(result, kind)?.of ?? null;
  return { name: `answers: ${kind} questions`, value, unit: "", target: atLeast(100) };
}

function all(result: AnswerResult | null, kind: AnswerShare["kind"]): AnswerShare | undefined {
  return result?.shares.find((share) => share.kind === kind && share.source === "all");
}
