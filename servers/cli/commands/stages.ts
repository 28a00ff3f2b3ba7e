import { readFileSync } from "node:fs";
import { AppError } from "#core/errors.ts";
import type { Rapport } from "../../compose/compose.ts";
import { count, print } from "../output.ts";
import { withRapport } from "../with-rapport.ts";

interface StageOptions {
  workspace?: string;
  json?: boolean;
}

type Stored = Awaited<ReturnType<Rapport["operations"]["showStages"]>>;
type Rule = Stored["stages"][number]["reached_by"][number];

/** `rapport stages show`: the stages in use. */
export async function showStages(options: StageOptions): Promise<void> {
  await withRapport(async ({ principal, operations }) => {
    const stored = await operations.showStages(await principal(options.workspace)());
    print({ stages: stored.stages }, options, () => toText(stored));
  });
}

/** `rapport stages set <file>`: takes the stages of a JSON file. */
export async function setStages(file: string, options: StageOptions): Promise<void> {
  const value = readJson(file);
  await withRapport(async ({ principal, operations }) => {
    const stored = await operations.setStages(await principal(options.workspace)(), value);
    print({ stages: stored.stages }, options, () => toText(stored));
  });
}

/** `rapport stages reset`: goes back to the default stages. */
export async function resetStages(options: StageOptions): Promise<void> {
  await withRapport(async ({ principal, operations }) => {
    const stored = await operations.resetStages(await principal(options.workspace)());
    print({ stages: stored.stages }, options, () => toText(stored));
  });
}

/** `rapport stages labels`: what rules by activity can name. */
export async function stageLabels(options: StageOptions): Promise<void> {
  await withRapport(async ({ principal, operations }) => {
    const labels = await operations.listActivityLabels(await principal(options.workspace)());
    print(labels, options, () => {
      if (labels.length === 0) return "There are no interactions yet.";
      return labels
        .map(({ activity, type, direction, interactions, contacts }) => {
          const what = [activity ?? "(no label)", type, direction].filter(Boolean).join(", ");
          return `${count(interactions).padStart(9)}  ${what}; ${count(contacts)} contacts`;
        })
        .join("\n");
    });
  });
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new AppError("NOT_FOUND", `The file ${file} cannot be read. Check the path.`, { cause: error });
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const detail = error instanceof Error ? error.message : "";
    throw new AppError(
      "VALIDATION_FAILED",
      `${file} is no JSON: ${detail}. docs/journeys.md has an example.`,
      {
        cause: error,
      },
    );
  }
}

function toText({ stages, isDefault, updatedAt, updatedBy }: Stored): string {
  const whose = isDefault
    ? "The default stages."
    : `Set by ${updatedBy} on ${updatedAt?.toISOString().slice(0, 10)}.`;
  const lines = stages.flatMap(({ name, reached_by, returns }, place) => [
    `${place + 1}. ${name}${returns ? "" : " (nobody comes back to it)"}`,
    ...reached_by.map((rule) => `     ${ruleText(rule)}`),
  ]);
  return [whose, ...lines].join("\n");
}

function ruleText({ activity, says, in: parts, type, direction, channel, status, outcome }: Rule): string {
  const list = (values: readonly string[]) => values.map((value) => JSON.stringify(value)).join(", ");
  const told = [
    activity && `activity ${list(activity)}`,
    type && `type ${type}`,
    channel && `channel ${channel}`,
    direction && `direction ${direction}`,
    says && `${parts?.join(" or ") ?? "any part"} says ${list(says)}`,
    status && `status ${status}`,
    outcome && `outcome ${outcome}`,
  ];
  return told.filter(Boolean).join(", ");
}
