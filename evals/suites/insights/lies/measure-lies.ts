import { withEmbedded } from "../../../product/with-embedded.ts";
import type { Business, Effect } from "../generator/business.ts";
import { insertWorkspace } from "../generator/insert-workspace.ts";
import { daysBetween, shiftDate } from "../generator/local-days.ts";
import { simulate } from "../generator/simulate.ts";
import { askTexts, type Question } from "../measuring/ask-product.ts";
import { drawPlanted } from "../planted/draw-planted.ts";
import { lies } from "./lies.ts";
import { lyingModel } from "./lying-model.ts";

/** One run with a lying model. */
export interface LieResult {
  kind: string;
  /** Texts that the model changed; 0: it was not asked, or found nothing to lie about. */
  said: number;
  /** Sentences of the answer that no honest answer has. */
  reached: string[];
}

/** Runs generate_insights with models that lie, each kind in turn on workspaces of several effects, through the whole product. */
export function measureLies({ cases }: { cases: number }): Promise<LieResult[]> {
  return withEmbedded(async (embedded) => {
    const asked = await Promise.all(
      workspaces().map(async (business, index) => {
        const principal = await embedded.principal(`lies-${index}`);
        await insertWorkspace(embedded.db, principal, simulate(business));
        return { db: embedded.db, principal, business };
      }),
    );
    const honest = new Map<Question, ReadonlySet<string>>();
    for (const one of asked) honest.set(one, new Set(sentencesOf(await askTexts(one))));
    const kinds = Object.keys(lies);
    const results: LieResult[] = [];
    for (let n = 0; results.length < cases && n < 5 * cases; n++) {
      const kind = kinds[n % kinds.length] ?? "";
      const one = asked[Math.floor(n / kinds.length) % asked.length];
      if (!one) break;
      const model = lyingModel(kind, String(n));
      const texts = await askTexts({ ...one, model });
      const reached = sentencesOf(texts).filter((sentence) => !honest.get(one)?.has(sentence));
      // A lie that fits nowhere in these findings is none; the next one is told instead.
      if (model.said.length > 0 || reached.length > 0)
        results.push({ kind, said: model.said.length, reached });
    }
    return results;
  });
}

/** Workspaces with a group that differs and something that happens in time, so that there are figures and names to mix up. */
function workspaces(): Business[] {
  return [0, 1, 2].map((index) => {
    const { business } = drawPlanted("group", `lies-${index}`, "2026-10-05");
    const { from, to } = business.period;
    const middle = shiftDate(from, Math.round(daysBetween(from, to) / 2));
    const step = (factor: number) => (date: string) => (date >= middle ? factor : 1);
    const effects: Effect[] = [
      ...business.effects,
      { driver: "leads", strength: step(index === 1 ? 0.5 : 2) },
      { driver: "delay", strength: step(index === 2 ? 0.4 : 2.5) },
    ];
    return { ...business, effects };
  });
}

/** Sentences and titles, without what ends them: a title that got a full stop says what it said. */
function sentencesOf(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.split(/(?<=[.!?])\s+|\n+/))
    .map((sentence) => sentence.trim().replace(/[.!?]$/, ""))
    .filter(Boolean);
}
