import { InvalidArgumentError } from "commander";

/** Reads `from..to`, two days of which the last is not in the period. */
export function period(text: string): { from: string; to: string } {
  const [from = "", to = "", ...more] = text.split("..").map((part) => part.trim());
  if (from === "" || to === "" || more.length > 0)
    throw new InvalidArgumentError("Write it as from..to, such as 2026-08-01..2026-11-01.");
  return { from, to };
}
