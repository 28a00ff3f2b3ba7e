import { boundaryRule, bounded } from "#tools/data-boundaries.ts";
import { shorten } from "#tools/shorten.ts";
import type { DraftResponseOutput } from "./contract.ts";

const quoteLength = 160;

/** The draft for reading: what stands between marks holds others' words. */
export function draftText(output: DraftResponseOutput): string {
  const { engine, handle, expires_at: expiresAt, notes, status } = output;
  return [
    `${headOf(output)} ${boundaryRule}`,
    ...(output.hand_over ? [bounded(handedOver(output.hand_over))] : drafted(output)),
    ...reviewed(output),
    `Suggested: ${output.suggested_actions.join(", ") || "nothing"}. Engine ${engine}.`,
    status === "approved"
      ? "The workspace's policy let it leave: it is in the outbox."
      : output.hand_over
        ? `Nothing was sent. When the user has written the answer, call review_draft with handle ${handle}, decision edit and the text, before ${expiresAt}.`
        : `Nothing was sent. Show it to the user; then approve, edit or reject it with review_draft and handle ${handle}, before ${expiresAt}.`,
    ...notes.map((note) => `Note: ${note}.`),
  ].join("\n");
}

function headOf({ hand_over, version, confidence, intent }: DraftResponseOutput): string {
  if (hand_over) return "Not drafted: a person should answer this.";
  return `Draft, version ${version}; confidence ${confidence.toFixed(2)}; intent ${intent ?? "not known"}.`;
}

function drafted({ recipients, subject, response, sentences, sources }: DraftResponseOutput): string[] {
  const to = [...recipients.to, ...recipients.cc.map((address) => `cc ${address}`)].join(", ");
  const known = new Map(sources.map((source) => [source.id, source]));
  const resting = sentences
    .filter(({ citations }) => citations.length > 0)
    .flatMap(({ text, citations }) => [
      `- ${text}`,
      ...citations.flatMap((id) => {
        const source = known.get(id);
        const title = source?.title && source.kind !== "reply" ? `${source.title}: ` : "";
        return source ? [`    ${source.kind} ${id}: ${title}${shorten(source.quote, quoteLength)}`] : [];
      }),
    ]);
  return [
    bounded(`To: ${to || "(no address on record)"}\nSubject: ${subject}\n\n${response ?? ""}`),
    ...(resting.length === 0 ? [] : ["It rests on:", bounded(resting.join("\n"))]),
  ];
}

function handedOver({ reason, summary }: { reason: string; summary: string }): string {
  return `Why: ${reason}.\n${summary}`;
}

/** What to look at; risks, steps and questions may quote others too. */
function reviewed({ questions, risks, next_steps: steps, hand_over }: DraftResponseOutput): string[] {
  const open = hand_over ? [] : questions.filter(({ answered }) => !answered);
  const lines = [
    ...risks.map(({ severity, text }) => `- risk ${severity}: ${text}`),
    ...open.map(({ text }) => `- left open: ${text}`),
    ...steps.map((step) => `- next: ${step}`),
  ];
  return lines.length === 0 ? [] : ["To look at:", bounded(lines.join("\n"))];
}
