import type { CommitmentKind, DraftRisk, SuggestedAction } from "#core/domain/draft.ts";
import type { CheckedReply } from "../check/checked-reply.ts";
import { placeholderPattern } from "../check/commitments/find-commitments.ts";

const leastConfidence = 0.5;
const agrees =
  /\b(?:(?:send|prepare|draw up) (?:us |me )?(?:the|a|your) (?:contract|agreement|order form)|(?:we|i)(?:'d| would)? (?:like to|want to|will|'ll|are ready to|am ready to) (?:go ahead|proceed|sign|order|buy)|let's (?:go ahead|proceed|do it)|we (?:accept|agree)|go ahead with|where do (?:i|we) sign|(?:den|einen) vertrag (?:schicken|senden|zusenden)|auftrag erteilen|nehmen (?:ihr|das) angebot|acceptons votre offre|envoyer le contrat|aceptamos|enviar el contrato)\b/iu;

/** What to know before steps are named. */
export interface Outlook {
  checked: CheckedReply;
  /** The message that is answered. */
  message: string;
  intent: string | null;
  confidence: number;
}

/** What to do with a draft, by rule: it is sent as it stands only without a grave risk, a placeholder or an open question. */
export function suggestActions({ checked, message, intent, confidence }: Outlook): SuggestedAction[] {
  const { risks, sentences, questions } = checked;
  const isGrave = risks.some(({ severity }) => severity === "HIGH");
  const holes = placeholdersOf(checked).length > 0;
  const open = questions.some(({ answered }) => !answered);
  const actions: SuggestedAction[] = [];
  if (!isGrave && !holes && sentences.some(({ citations }) => citations.length > 0))
    actions.push("send_response");
  if (risks.some(({ severity }) => severity !== "LOW") || holes || confidence < leastConfidence)
    actions.push("flag_for_review");
  if (holes || open) actions.push("schedule_followup");
  if (intent === "accept_offer" || (agrees.test(message) && !/\bif\b|\bnot\b|n't\b/i.test(message)))
    actions.push("advance_stage");
  return actions.length > 0 ? actions : ["flag_for_review"];
}

/** What the person who approves does next, in plain words; nothing of what the customer wrote stands in them. */
export function nextSteps(outlook: Outlook): string[] {
  const { checked } = outlook;
  const open = checked.questions.filter(({ answered }) => !answered).length;
  const has = (kind: DraftRisk["kind"]) => checked.risks.some((risk) => risk.kind === kind);
  const steps = placeholdersOf(checked).map(
    (kind) => `Put the ${kind} in where [confirm: ${kind}] stands, or take it out.`,
  );
  if (open > 0)
    steps.push(
      open === 1
        ? "Find the answer to the open question."
        : `Find the answers to the ${open} open questions.`,
    );
  if (has("injection_signal"))
    steps.push("Read the message yourself: it looks as if it were meant for an assistant.");
  if (has("sensitive")) steps.push("Ask whoever is responsible before answering.");
  if (has("link") || has("personal_data")) steps.push("Look at what was left out, and why.");
  const actions = suggestActions(outlook);
  if (actions.includes("advance_stage"))
    steps.push("Move the contact on: the message reads like an agreement.");
  if (actions.includes("send_response")) steps.push("Approve the reply, or edit it.");
  return steps;
}

function placeholdersOf({ sentences }: CheckedReply): CommitmentKind[] {
  const found = sentences.flatMap(({ text }) =>
    [...text.matchAll(placeholderPattern)].map(([, kind = ""]) => kind.toLowerCase()),
  );
  return [...new Set(found)] as CommitmentKind[];
}
