import { findPersonalData } from "#knowledge/privacy/find-personal-data.ts";
import type { PersonalDataKind, PersonalDatum } from "#knowledge/privacy/personal-data.ts";
import type { GoldStretch, GoldText, KindResult, TextsResult } from "./results.ts";

const examples = 12;

/** Finds personal data in texts and compares it with what is known to stand there, by kind. */
export function measureTexts(
  { name, about, kinds }: { name: string; about: string; kinds: readonly PersonalDataKind[] },
  texts: readonly GoldText[],
): TextsResult {
  const results = new Map(
    kinds.map((kind): [PersonalDataKind, KindResult] => [
      kind,
      { kind, gold: 0, found: 0, hidden: 0, predicted: 0, right: 0 },
    ]),
  );
  const [missed, wrong]: [string[], string[]] = [[], []];
  for (const { text, gold } of texts) {
    const found = findPersonalData(text);
    for (const stretch of gold) {
      const result = results.get(stretch.kind);
      if (!result) continue;
      result.gold++;
      const covering = found.filter((each) => covers(each, seen(text, stretch)));
      if (covering.length > 0) result.hidden++;
      if (covering.some(({ kind }) => kind === stretch.kind)) result.found++;
      else missed.push(`${stretch.kind}: ${shown(text, stretch)}`);
    }
    for (const each of found) {
      const result = results.get(each.kind);
      if (!result) continue;
      result.predicted++;
      if (gold.some((stretch) => stretch.kind === each.kind && overlaps(each, stretch))) result.right++;
      else wrong.push(`${each.kind}: ${shown(text, each)}`);
    }
  }
  return {
    name,
    about,
    texts: texts.length,
    kinds: [...results.values()],
    missed: missed.slice(0, examples),
    wrong: wrong.slice(0, examples),
  };
}

/** Of all kinds together, the share that was found as what it is. */
export function pooledRecall({ kinds }: TextsResult): number | null {
  const gold = kinds.reduce((sum, kind) => sum + kind.gold, 0);
  return gold === 0 ? null : kinds.reduce((sum, kind) => sum + kind.found, 0) / gold;
}

/** The stretch without characters that cannot be seen at its ends. */
function seen(text: string, { kind, from, to }: GoldStretch): GoldStretch {
  const written = text.slice(from, to);
  const lead = /^\p{Cf}*/u.exec(written)?.[0].length ?? 0;
  const tail = /\p{Cf}*$/u.exec(written)?.[0].length ?? 0;
  return { kind, from: from + lead, to: to - tail };
}

function covers({ from, to }: PersonalDatum, stretch: GoldStretch): boolean {
  return from <= stretch.from && to >= stretch.to;
}

function overlaps(a: PersonalDatum, b: GoldStretch): boolean {
  return a.from < b.to && b.from < a.to;
}

function shown(text: string, { from, to }: { from: number; to: number }): string {
  const around = `${text.slice(Math.max(0, from - 30), from)}⟦${text.slice(from, to)}⟧${text.slice(to, to + 20)}`;
  return around.replace(/\s+/g, " ");
}
