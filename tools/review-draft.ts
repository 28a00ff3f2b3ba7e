import { z } from "zod";
import { authorize } from "#core/access.ts";
import { draftRisk, draftRuleKind, draftStatus } from "#core/domain/draft.ts";
import { AppError } from "#core/errors.ts";
import type { Database } from "#knowledge/db/database.ts";
import { type Decided, decide } from "#knowledge/drafting/review/decide.ts";
import type { Decision } from "#knowledge/drafting/review/decision.ts";
import type { Edited } from "#knowledge/drafting/review/edit-risks.ts";
import { loadSettings } from "#knowledge/drafting/settings/stored-settings.ts";
import { boundaryRule, bounded, withoutMarks } from "./data-boundaries.ts";
import { defineTool } from "./define-tool.ts";
import { shorten } from "./shorten.ts";

const input = z.object({
  handle: z
    .uuid("give the handle that draft_response or list_drafts returned")
    .describe("Of exactly the draft that the user has seen; nothing else says which one."),
  decision: z
    .enum(["approve", "edit", "reject"], "give approve, edit or reject")
    .describe(
      "What the user decided: approve as it is, edit with text, reject with reason. Never decide for them.",
    ),
  text: z
    .string("give the whole reply as text")
    .trim()
    .min(1, "is empty: give the whole reply as it is to be sent")
    .max(50_000, "is longer than 50,000 characters: shorten it")
    .optional()
    .describe("With edit: the whole reply as the user wants it."),
  reason: z
    .string("give it as text")
    .trim()
    .min(1, "is empty: say why the draft is not fit")
    .max(2_000, "is longer than 2,000 characters: shorten it")
    .optional()
    .describe("With reject: why."),
});
type Input = z.infer<typeof input>;

const output = z.object({
  draft_id: z.string(),
  version: z.number().int(),
  status: draftStatus,
  contact_name: z.string(),
  message_id: z.string().nullable().describe("Of the mail in the outbox; null where nothing leaves."),
  recipients: z.object({ from: z.string().nullable(), to: z.array(z.string()), cc: z.array(z.string()) }),
  subject: z.string(),
  text: z.string().nullable().describe("What was approved."),
  risks: z.array(draftRisk).describe("Of an edited text: what to look at once more."),
  learned: z.array(z.object({ kind: draftRuleKind, value: z.string(), topic: z.string().nullable() })),
  notes: z.array(z.string()),
});
type Output = z.infer<typeof output>;

/** Makes the tool by which a person approves, edits or rejects a draft; an approved one goes to the outbox, once. */
export const reviewDraft = (db: Database) =>
  defineTool({
    name: "review_draft",
    title: "Review a draft",
    description:
      "Carries out what the user decided about a drafted reply: approve, edit (with the whole text) or reject (with a reason). " +
      "Needs the handle of exactly that draft version, and the user's own decision. Approved replies go to the outbox; the recipients are those of the thread. " +
      "Of two who decide at once one wins; the other is told.",
    input,
    output,
    effect: "write",
    permission: "interactions:write",
    run: async ({ principal }, call) => {
      const decision = decisionOf(call);
      const assignedTo = authorize(principal, "interactions:write") === "own" ? principal.user : undefined;
      const now = new Date();
      const { decided, settings } = await db.withTenant(
        principal.tenant.id,
        async (tx) => ({
          decided: await decide(tx, principal, { handle: call.handle, decision, assignedTo, now }),
          settings: await loadSettings(tx, principal),
        }),
        { idempotent: true },
      );
      const { draft } = decided;
      const { recipients } = draft.content;
      const { from } = recipients;
      const { allowed_link_domains: allowedLinkDomains, from_address } = settings.workspace;
      return toOutput(decided, decision, {
        risks:
          decision.kind === "edit"
            ? await risksOf(decision.text, { proposed: draft.response ?? "", allowedLinkDomains, recipients })
            : [],
        hasSender: from !== null || from_address !== null,
      });
    },
    toText,
  });

function decisionOf({ decision, text, reason }: Input): Decision {
  const wrong = (message: string) => new AppError("VALIDATION_FAILED", message);
  if (text !== undefined && decision !== "edit")
    throw wrong(
      `text goes with edit, not with ${decision}. Leave it out, or decide edit to send it instead.`,
    );
  if (reason !== undefined && decision !== "reject")
    throw wrong(`reason goes with reject, not with ${decision}. Leave it out.`);
  if (decision === "approve") return { kind: decision };
  if (decision === "edit") {
    if (text === undefined) throw wrong("edit needs text: the whole reply as it is to be sent.");
    return { kind: decision, text };
  }
  if (reason === undefined) throw wrong("reject needs reason: why the draft is not fit, for the next one.");
  return { kind: decision, reason };
}

/** Loaded with the first edit: a server that starts does not pay for what finds personal data. */
async function risksOf(text: string, edited: Edited): Promise<Output["risks"]> {
  const { editRisks } = await import("#knowledge/drafting/review/edit-risks.ts");
  return editRisks(text, edited);
}

function toOutput(
  { draft, status, messageId, learned }: Decided,
  decision: Decision,
  { risks, hasSender }: { risks: Output["risks"]; hasSender: boolean },
): Output {
  const { recipients, subject } = draft.content;
  const approved = decision.kind !== "reject";
  const notes = [
    ...(approved && messageId === null
      ? [
          "The record has no address to write to: send the text by hand, in the channel that the contact wrote in.",
        ]
      : []),
    ...(messageId !== null && !hasSender
      ? [
          "No address of the team is known to send from: set one with rapport drafting-settings --from <address>.",
        ]
      : []),
    ...(decision.kind === "edit" && draft.wentOn !== null
      ? ["The conversation has gone on since the draft was made: see that the text still answers it."]
      : []),
  ];
  return {
    draft_id: draft.id,
    version: draft.version,
    status,
    contact_name: shorten(draft.contactName, 120),
    message_id: messageId,
    recipients,
    subject,
    text: decision.kind === "edit" ? decision.text : decision.kind === "approve" ? draft.response : null,
    risks,
    learned: learned.map(({ kind, value, topic }) => ({ kind, value, topic })),
    notes,
  };
}

function toText(o: Output): string {
  const name = withoutMarks(o.contact_name);
  if (o.status === "rejected") return `Rejected: the draft to ${name} is not sent. Nothing leaves.`;
  const lines = [
    `${o.status === "edited" ? "Approved as edited" : "Approved"}: the reply to ${name}, “${withoutMarks(o.subject)}”.`,
    o.message_id === null
      ? ""
      : `It is in the outbox for ${withoutMarks([...o.recipients.to, ...o.recipients.cc].join(", "))}, as ${o.message_id}.`,
    ...o.risks.map(({ text }) => `Look once more: ${withoutMarks(text)}`),
    ...o.notes,
    ...o.learned.map(({ kind, value }) => `Noted (${kind}): ${withoutMarks(shorten(value, 120))}`),
    o.text === null ? "" : `${boundaryRule}\n${bounded(o.text)}`,
  ];
  return lines.filter((line) => line !== "").join("\n");
}
