import { isFlagged } from "#tools/read-injection.ts";
import { writeHandOver } from "#tools/write-hand-over.ts";
import { contentOf } from "../content-of.ts";
import type { DraftingState, DraftingUpdate } from "../state.ts";

const nothingFound = "no source answers what is asked";
const mayNotLeave =
  "the answer that was found holds a link, an address or a number that may not leave; allow its domain (rapport drafting-settings --link-domains), or write it yourself";
const nothingAsked = "the message asks nothing that sources could answer";

/** Hands the thread to a person with a note instead of a reply: an abstention is honest, and no draft. */
export function handOver(state: DraftingState): DraftingUpdate {
  const { thread, reading, injection, sources } = state;
  const { questions } = reading;
  const reason = state.reason ?? (questions.length > 0 ? whyNothing(state) : nothingAsked);
  const content = contentOf(state, {
    sentences: [],
    questions: questions.map((text) => ({ text, answered: false })),
    confidence: 0,
    quality: {},
    risks: isFlagged(injection)
      ? [
          {
            kind: "injection_signal",
            severity: "MEDIUM",
            text: `The message ${injection.reasons.join("; ")}.`,
          },
        ]
      : [],
    suggested_actions: ["flag_for_review"],
    next_steps: [`Decide what ${thread.contact.name} is answered: ${reason}.`],
    hand_over: writeHandOver(thread, { reason, questions, sources }),
    notes: state.notes,
  });
  return { content, response: null, engine: "local" };
}

/** What the local drafter found and the check took out for its links or details is told apart from nothing: a setting may mend it. */
function whyNothing({ candidates }: DraftingState): string {
  const held = candidates
    .filter(({ engine }) => engine === "local")
    .flatMap(({ checked }) => checked.risks)
    .some(({ kind }) => kind === "link" || kind === "personal_data");
  return held ? mayNotLeave : nothingFound;
}
