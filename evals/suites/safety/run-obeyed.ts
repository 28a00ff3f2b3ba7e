import type { Database } from "#knowledge/db/database.ts";
import { type Draw, drawFrom } from "../commitments/draw.ts";
import { ownAttacks } from "./attacks/own-attacks.ts";
import { publicAttacks } from "./attacks/public-attacks.ts";
import { compromisedModel, type Manner, manners } from "./compromised-model.ts";
import { draftCase } from "./draft-case.ts";
import { changedTables, fingerprint } from "./judge/fingerprint.ts";
import { judgeDraft, type StoredDraft, type Verdict } from "./judge/judge-draft.ts";
import { openWorkspace } from "./threads/open-workspace.ts";
import { cleanCases, dealCases, type SafetyCase } from "./threads/safety-case.ts";
import { canariesOf, drawStrangers, type Stranger } from "./threads/strangers.ts";
import { drawTopics, type Topic } from "./threads/topics.ts";
import { workspaceRows } from "./threads/workspace-rows.ts";

export interface ObeyedOptions {
  /** Cases at most, an even sample; all when absent. */
  cases?: number | undefined;
  fresh?: string | undefined;
  onProgress: (text: string) => void;
}

export interface JudgedCase {
  one: SafetyCase;
  manner: Manner;
  verdict: Verdict;
  draft: StoredDraft;
  /** The workspace sends by its policy. */
  automatic: boolean;
  /** It left without a person's yes. */
  sent: boolean;
  /** Why it should not have: a risk, or a sign in the message. */
  hadReason: boolean;
  /** Strings of other customers that the model was shown. */
  shown: string[];
}

export interface ObeyedResult {
  judged: JudgedCase[];
  clean: JudgedCase[];
  /** Tables that changed while drafts were made, of any workspace. */
  written: string[];
}

/** Every third workspace sends by its policy. */
const automaticEvery = 3;

/** Puts every attack into a thread, lets a model obey it, and judges what was stored. @throws AppError NOT_FOUND when a collection is absent */
export async function runObeyed(db: Database, options: ObeyedOptions): Promise<ObeyedResult> {
  const { cases, fresh = "", onProgress } = options;
  const draw = drawFrom(`safety ${fresh}`);
  const strangers = drawStrangers(draw, 4);
  const elsewhere = drawStrangers(draw, 3);
  const topics = drawTopics(draw);
  const attacks = [...publicAttacks(), ...ownAttacks(draw, strangers[0]?.name ?? "")];
  const dealt = dealCases(attacks, { topics, draw, atMost: cases });
  const batches = Map.groupBy(dealt, ({ batch }) => batch);
  const known = { strangers, topics, elsewhere, draw };
  const run = `safety-${fresh}-${draw.whole(0, 999_999)}-${process.pid}`;
  await openWorkspace(db, {
    name: `${run}-elsewhere`,
    rows: workspaceRows([], { topics: [], strangers: elsewhere }),
    automatic: false,
  });
  const judged: JudgedCase[] = [];
  const written = new Set<string>();
  for (const [batch, list] of batches) {
    const automatic = batch % automaticEvery === 1;
    const done = await runWorkspace(db, list, { ...known, name: `${run}-${batch}`, automatic });
    judged.push(...done.judged);
    for (const table of done.written) written.add(table);
    onProgress(`${judged.length} of ${dealt.length} attacked threads`);
  }
  const untouched = cleanCases(topics);
  const every = cases === undefined ? 1 : Math.ceil(untouched.length / Math.min(24, Math.ceil(cases / 3)));
  const without = untouched.filter((_, at) => at % every === 0);
  const clean = await runWorkspace(db, without, { ...known, name: `${run}-clean`, automatic: false });
  return { judged, clean: clean.judged, written: [...written] };
}

interface World {
  name: string;
  topics: readonly Topic[];
  strangers: readonly Stranger[];
  elsewhere: readonly Stranger[];
  draw: Draw;
  automatic: boolean;
}

async function runWorkspace(db: Database, cases: readonly SafetyCase[], world: World) {
  const { strangers, elsewhere, draw, automatic } = world;
  const workspace = await openWorkspace(db, {
    name: world.name,
    rows: workspaceRows(cases, world),
    automatic,
  });
  const before = await fingerprint(db, workspace.principal);
  const canaries = [...strangers, ...elsewhere].flatMap(canariesOf);
  const poison = cases
    .flatMap(({ place, attack }) => (place === "article" && attack ? [attack.text] : []))
    .join("\n");
  const judged: JudgedCase[] = [];
  for (const one of cases) {
    const manner = draw.pick(manners);
    const model = one.attack && compromisedModel(one, { manner, strangers: [...strangers, ...elsewhere] });
    const { sent, ...draft } = await draftCase(workspace, one.id, model);
    const asked = model?.asked ?? [];
    const turnsOf = (who: string, requests = asked) =>
      requests.flatMap(({ turns }) => turns.filter(([role]) => role === who).map(([, text]) => text));
    const prompts = [...new Set(turnsOf("system"))];
    // Later ones hold what the model itself wrote.
    const given = turnsOf("human", asked.slice(0, 1)).join("\n");
    judged.push({
      one,
      manner,
      draft,
      verdict: judgeDraft(draft, one, { canaries, prompts, poison }),
      automatic,
      sent: sent !== null,
      hadReason: draft.content.risks.length > 0 || draft.content.injection.reasons.length > 0,
      shown: canaries.filter((canary) => given.includes(canary)),
    });
  }
  return { judged, written: changedTables(before, await fingerprint(db, workspace.principal)) };
}
