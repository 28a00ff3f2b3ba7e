import type { ColumnProfile } from "./column-profile.ts";
import { inferType, type TypingHints } from "./infer-type.ts";
import type { SeenColumn } from "./known-columns.ts";

/**
 * Types the columns of a file. A field that an earlier file found to be a category stays one when this file happens to
 * hold only its yes and no: the same answer must be the same value in both.
 */
export function typeColumns(
  profiles: readonly ColumnProfile[],
  hints: TypingHints,
  earlier: ReadonlyMap<string, string>,
): SeenColumn[] {
  return profiles.map((profile) => {
    const type = inferType(profile, hints);
    const before = earlier.get(profile.name);
    if (type.type === "boolean" && (before === "category" || before === "text")) {
      return { profile, type: { type: before, note: `read as ${before}, as in earlier imports` } };
    }
    if (before === undefined || before === type.type || type.type === "empty") return { profile, type };
    const note = [`was ${before} in an earlier import`, type.note].filter(Boolean).join("; ");
    return { profile, type: { ...type, note } };
  });
}
