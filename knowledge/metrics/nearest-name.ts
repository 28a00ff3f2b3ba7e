import { editDistance } from "../retrieval/lexical/edit-distance.ts";

/** The name that is most like what was typed, whatever its case; null when none is alike. */
export function nearestName(typed: string, names: readonly string[]): string | null {
  const wanted = typed.trim().toLowerCase();
  const most = Math.max(2, Math.floor(wanted.length / 3));
  let best: { name: string; distance: number } | null = null;
  for (const name of names) {
    const known = name.toLowerCase();
    const part = wanted.length > 3 && (known.includes(wanted) || wanted.includes(known));
    const distance = part ? 1 : editDistance(wanted.slice(0, 60), known, most);
    if (distance <= most && (!best || distance < best.distance)) best = { name, distance };
  }
  return best?.name ?? null;
}
