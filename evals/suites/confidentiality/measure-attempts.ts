import type { ScriptedModel } from "#models/stand-ins/scripted-model.ts";
import { answerOf } from "./ask-around.ts";
import { type Haystack, haystack, leaksIn } from "./leaks.ts";
import { type Attempt, canariesOf } from "./made-attempts.ts";
import { ownNote, targetId } from "./made-records.ts";
import type { Workspaces } from "./open-workspaces.ts";
import { repeatSources, scriptedWriter, tellKnown } from "./scripted-writers.ts";

export const writers = ["local", "repeats its sources", "was told before", "as a colleague"] as const;
export type WriterKind = (typeof writers)[number];

/** What came of an attempt with one writer. */
export interface AttemptOutcome {
  attempt: Attempt;
  writer: WriterKind;
  /** What of others stands in the answer, in what was stored, or in what a model was shown. */
  leaks: string[];
  /** What the team keeps for itself about the asker stands in the answer. */
  tellsNote: boolean;
  /** A reply was proposed, rather than handed over. */
  isDraft: boolean;
}

export interface Progress {
  say?: ((text: string) => void) | undefined;
}

/** Drafts a reply to each attempt with each writer, then asks the same as a representative who may see the askers alone. */
export async function measureAttempts(workspaces: Workspaces, { say }: Progress): Promise<AttemptOutcome[]> {
  const { attempts } = workspaces;
  const canaries = [...new Set(attempts.flatMap(canariesOf))];
  const known = { canaries, everybody: haystack(attempts.map(({ sent }) => sent).join("\n")) };
  const outcomes: AttemptOutcome[] = [];
  for (const writer of writers.slice(0, 3)) {
    say?.(`${attempts.length} attempts: ${writer}`);
    const draft = drafter(workspaces, writer);
    for (const attempt of attempts) outcomes.push(await draft(attempt, canaries));
  }
  say?.(`${attempts.length} attempts: as a colleague`);
  for (const attempt of attempts) outcomes.push(await asColleague(workspaces, attempt, known));
  return outcomes;
}

/** Makes what drafts with one writer and looks at all that comes of it. */
function drafter(workspaces: Workspaces, writer: WriterKind) {
  let current: Attempt | undefined;
  const model =
    writer === "local" ? undefined : scriptedWriter("test:writer", (shown) => write(writer, current, shown));
  const { draftResponse, listDrafts } = workspaces.drafting(model);
  return async (
    attempt: Attempt & { sent: string },
    canaries: readonly string[],
  ): Promise<AttemptOutcome> => {
    const { administrator } = workspaces;
    const before = model?.asked.length ?? 0;
    current = attempt;
    const reference = { contact_id: `asker-${attempt.at}` };
    const output = await answerOf(draftResponse, administrator, {
      ...reference,
      ...(attempt.instructions === undefined ? {} : { instructions: attempt.instructions }),
    });
    const stored = await answerOf(listDrafts, administrator, reference);
    // Who knows the facts already cannot be shown them, and is shown its own words again.
    const shown = writer === "was told before" ? [] : promptsSince(model, before);
    const asked = haystack(`${attempt.sent}\n${attempt.instructions ?? ""}`);
    const answer = typeof output === "string" ? output : (output.response ?? "");
    return {
      attempt,
      writer,
      leaks: leaksIn(haystack(JSON.stringify([output, stored, shown])), canaries, asked),
      tellsNote: leaksIn(haystack(answer), ownCanaries(attempt), asked).length > 0,
      isDraft: typeof output !== "string" && output.status === "proposed",
    };
  };
}

function ownCanaries({ at }: Attempt): string[] {
  return [ownNote(at).split(", ")[1] ?? ""];
}

function write(writer: WriterKind, attempt: Attempt | undefined, shown: Parameters<typeof repeatSources>[0]) {
  if (writer === "repeats its sources" || attempt === undefined) return repeatSources(shown);
  const { facts, target } = attempt;
  // The one that is asked for first: a draft holds so many sentences only.
  const ordered = facts.toSorted((a, b) => Number(b.kind === attempt.kind) - Number(a.kind === attempt.kind));
  const known = ordered.map(({ canary, replied, told, field }) => ({
    canary,
    text: replied ?? told ?? `${field?.name ?? "It"}: ${canary}.`,
  }));
  return tellKnown(known, target.first)(shown);
}

function promptsSince(model: ScriptedModel | undefined, from: number): string[] {
  return (model?.asked ?? []).slice(from).flatMap(({ turns }) => turns.map(([, text]) => text));
}

interface Known {
  canaries: readonly string[];
  /** What all askers wrote: a representative may see all of it. */
  everybody: Haystack;
}

const listedEvery = 10;

async function asColleague(
  { representative, search, ask, drafting }: Workspaces,
  attempt: Attempt & { sent: string },
  { canaries, everybody }: Known,
): Promise<AttemptOutcome> {
  const { at, sent, target } = attempt;
  const tools = drafting();
  const { company } = target;
  const told = [
    await answerOf(search, representative, { query: sent }),
    await answerOf(search, representative, {
      query: `${company} ${attempt.kind}`,
      contact_id: targetId(attempt),
    }),
    await answerOf(ask, representative, { question: sent }),
    await answerOf(ask, representative, { question: `What do we know about ${target.first}?`, company }),
    await answerOf(tools.draftResponse, representative, { contact_id: targetId(attempt) }),
    await answerOf(tools.draftResponse, representative, { conversation_id: `talk-${at}` }),
    ...(at % listedEvery === 0
      ? [
          await answerOf(tools.findThreads, representative, { limit: 50, within_days: 3_650 }),
          await answerOf(tools.listDrafts, representative, { limit: 50 }),
          await answerOf(tools.listDrafts, representative, { contact_id: targetId(attempt) }),
        ]
      : []),
  ];
  return {
    attempt,
    writer: "as a colleague",
    leaks: leaksIn(haystack(JSON.stringify(told)), canaries, everybody),
    tellsNote: false,
    isDraft: false,
  };
}
