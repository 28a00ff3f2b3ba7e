import { AppError } from "#core/errors.ts";
import type { Tool } from "#core/tool.ts";
import { cutText } from "./cut-text.ts";
import { unusableText } from "./unusable-text.ts";

const issuesShown = 5;

/**
 * Checks a caller's input against a tool's schema.
 * @throws AppError VALIDATION_FAILED naming the fields that are wrong, short whatever was sent.
 */
export function parseInput<Input>(tool: Pick<Tool<Input>, "name" | "input">, input: unknown): Input {
  const parsed = tool.input.safeParse(input ?? {});
  if (parsed.success) {
    const unusable = unusableText(parsed.data);
    if (unusable) throw new AppError("VALIDATION_FAILED", `${tool.name} cannot use its input: ${unusable}.`);
    return parsed.data;
  }
  const { issues } = parsed.error;
  const shown = issues.slice(0, issuesShown).map((issue) => {
    const path = issue.path.map(String).join(".") || "input";
    return `${cutText(path, 60)}: ${cutText(issue.message, 200)}`;
  });
  const more = issues.length > issuesShown ? `; and ${issues.length - issuesShown} more` : "";
  throw new AppError("VALIDATION_FAILED", `${tool.name} cannot use its input. ${shown.join("; ")}${more}.`);
}
