import { draftRuleKind } from "#core/domain/draft.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Rapport } from "../../compose/compose.ts";
import { print } from "../output.ts";
import { textTable } from "../text-table.ts";
import { withRapport } from "../with-rapport.ts";

interface Shared {
  workspace?: string;
  json?: boolean;
}
type Rule = Awaited<ReturnType<Rapport["operations"]["listDraftingRules"]>>[number];

/** `rapport rules list`. */
export async function listRules({
  forgotten = false,
  ...options
}: Shared & { forgotten?: boolean }): Promise<void> {
  await withRules(options, async ({ listDraftingRules }, principal) => {
    const rules = await listDraftingRules(principal, { forgotten });
    print(rules, options, () =>
      rules.length === 0
        ? "No rules yet. They are learned when you edit a draft, or written down with `rapport rules set`."
        : textTable(
            ["id", "kind", "rule", "topic", "for", "status", "from"],
            rules.map((rule) => [
              rule.id,
              rule.kind,
              oneLine(rule.value),
              rule.topic ?? "any",
              rule.user ?? "everybody",
              rule.status,
              originOf(rule),
            ]),
            7,
          ).join("\n"),
    );
  });
}

/** `rapport rules set`. */
export async function setRule(
  kind: string,
  value: string,
  { topic, everybody = false, ...options }: Shared & { topic?: string; everybody?: boolean },
): Promise<void> {
  const known = draftRuleKind.safeParse(kind);
  if (!known.success) {
    throw new AppError(
      "VALIDATION_FAILED",
      `There is no kind ${JSON.stringify(kind.slice(0, 40))}. Use one of: ${draftRuleKind.options.join(", ")}.`,
    );
  }
  await withRules(options, async ({ setDraftingRule }, principal) => {
    const rule = await setDraftingRule(principal, {
      kind: known.data,
      value,
      topic: topic ?? null,
      everybody,
    });
    print(rule, options, () => told("Holds from now on", rule));
  });
}

/** `rapport rules confirm`. */
export async function confirmRule(id: string, options: Shared): Promise<void> {
  await withRules(options, async ({ confirmDraftingRule }, principal) => {
    const rule = await confirmDraftingRule(principal, id);
    print(rule, options, () => told("Holds from now on", rule));
  });
}

/** `rapport rules forget`. */
export async function forgetRule(id: string, options: Shared): Promise<void> {
  await withRules(options, async ({ forgetDraftingRule }, principal) => {
    const rule = await forgetDraftingRule(principal, id);
    print(rule, options, () => told("Forgotten", rule));
  });
}

async function withRules(
  options: Shared,
  work: (operations: Rapport["operations"], principal: Principal) => Promise<void>,
): Promise<void> {
  await withRapport(async (rapport) =>
    work(rapport.operations, await rapport.principal(options.workspace)()),
  );
}

function told(what: string, { kind, value, topic }: Rule): string {
  return `${what}: ${kind} ${JSON.stringify(value)}${topic === null ? "" : ` for ${topic}`}.`;
}

function originOf({ draftId, support, updatedBy }: Rule): string {
  return draftId === null
    ? updatedBy
    : `${support} change${support === 1 ? "" : "s"}, last of draft ${draftId}`;
}

function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
