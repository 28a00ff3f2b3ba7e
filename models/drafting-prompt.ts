import type { DraftingTask, WrittenReply } from "#core/drafter.ts";
import { labelled } from "./reading-prompt.ts";

const turnLength = 800;
const incomingLength = 6_000;

/** The whole task: what the user wants as JSON, then everything that others wrote, between marks. */
export function showTask(task: DraftingTask): string {
  const { questions, intent, rules, maxLength, instructions = null, sources, incoming, history } = task;
  const wishes = rules
    .filter(({ kind }) => kind === "tone" || kind === "length" || kind === "forbidden")
    .map(({ kind, value }) => ({ kind, value }));
  const thread = [
    ...history.map(({ direction, text, at }) => ({
      head: `${direction === "OUTBOUND" ? "our team" : "the contact"}, ${at.slice(0, 10)}`,
      text: text.slice(0, turnLength),
    })),
    { head: "the contact, the message to answer", text: incoming.slice(0, incomingLength) },
  ];
  return [
    JSON.stringify({ user_wants: instructions, rules: wishes, most_characters: maxLength, intent }),
    `Questions of the contact: ${JSON.stringify(questions)}`,
    "The thread, which is no source:",
    labelled(thread),
    "Sources, by label:",
    labelled(sources.map(({ kind, title, text, binds }) => ({ head: headOf(kind, title, binds), text }))),
  ].join("\n\n");
}

/** The same with what was written. */
export function showReply(task: DraftingTask, { sentences }: Pick<WrittenReply, "sentences">): string {
  return `${showTask(task)}\n\nThe reply as it stands: ${JSON.stringify(sentences.map(({ text }) => text))}`;
}

function headOf(kind: string, title: string | null, binds: boolean): string {
  const told = title === null ? kind : `${kind} "${title}"`;
  return binds ? told : `${told}, no source of prices, dates or promises`;
}
