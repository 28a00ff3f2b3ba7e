/** How a sentence begins that asks though no question mark ends it, as chats have it; words in lower case. */
const openers = [
  "can|could|would|will you",
  "can|could|may|shall we|i",
  "how much|long|many|soon|often",
  "how do|does|can|could|would|will",
  "when|where can|could|do|does|will|would|is|are",
  "what is|are|does|do|would|will|about",
  "what's the",
  "which one|of|plan|package|version",
  "do|does you|it|your|the",
  "is it|there|this|that|your",
  "are you|there|your",
  "have you",
  "any news|update|updates|chance|word",
  "please send|tell|let|confirm|call|explain|advise|share|provide",
  "können|könnten|würden|haben|sind sie",
  "kannst|könntest|habt|hast du|ihr",
  "wie viel|lange|oft|hoch|teuer",
  "was kostet|kosten|ist|sind",
  "wann|wo|wie kann|können|ist|sind|wird",
  "gibt es",
  "bitte senden|schicken|rufen|bestätigen|nennen|melden",
  "pouvez|pourriez|avez vous",
  "pouvez-vous|pourriez-vous|avez-vous|quand|où|comment|combien *",
  "est ce",
  "est-ce *",
  "quel|quelle|quels|quelles est|sont",
  "merci de|d'",
  "puede|podría|podrían|pueden|podéis *",
  "cuánto|cuanto|cuándo|cuando|dónde|cómo|cuál|cuáles es|son|cuesta|cuestan|sería|puede|pueden|podemos|podría",
  "tienen|tienes|tiene|hay *",
];

const second: ReadonlyMap<string, ReadonlySet<string> | null> = indexOpeners();

/** Whether two words that begin a sentence ask for something. */
export function opensAsk(first: string | undefined, next: string | undefined): boolean {
  if (first === undefined || next === undefined) return false;
  const after = second.get(first);
  return after === null || (after?.has(next) ?? false);
}

function indexOpeners(): Map<string, ReadonlySet<string> | null> {
  const index = new Map<string, Set<string> | null>();
  for (const opener of openers) {
    const [firsts = "", nexts = ""] = opener.split(" ");
    for (const first of firsts.split("|")) {
      if (nexts === "*") index.set(first, null);
      const known = index.get(first) ?? new Set<string>();
      if (index.get(first) === null) continue;
      for (const next of nexts.split("|")) known.add(next);
      index.set(first, known);
    }
  }
  return index;
}
