import { AppError } from "#core/errors.ts";

/** Words between commas. */
export function list(text: string): string[] {
  return text
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
}

/** Words between commas that must be known. @throws AppError VALIDATION_FAILED naming the known ones */
export function listOf<T extends string>(kind: string, known: readonly T[]): (text: string) => T[] {
  return (text) =>
    list(text).map((word) => {
      const found = known.find((name) => name === word);
      if (found) return found;
      throw new AppError("VALIDATION_FAILED", `There is no ${kind} ${word}. There are: ${known.join(", ")}.`);
    });
}
