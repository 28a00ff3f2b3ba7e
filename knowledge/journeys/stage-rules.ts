import { createHash } from "node:crypto";
import { z } from "zod";
import { contactStatus } from "#core/domain/contact.ts";
import { channel, direction, interactionType } from "#core/domain/interaction.ts";
import { outcomeResult } from "#core/domain/outcome.ts";
import { AppError } from "#core/errors.ts";

const phrase = z.string().trim().min(1, "it is blank").max(120);
const phrases = z
  .union([phrase, z.array(phrase).min(1).max(60)], { error: "give a text, or a list of texts" })
  .transform((given) => (Array.isArray(given) ? given : [given]));

const textPart = z.enum(["activity", "subject", "content"]);
export type TextPart = z.infer<typeof textPart>;

const stageRule = z
  .strictObject({
    /** The source's own label is one of these, but for case and outer blanks. */
    activity: phrases.optional(),
    /** One of these stands as whole words in a part of the interaction. */
    says: phrases.optional(),
    /** Where `says` looks; everywhere by default. */
    in: z.array(textPart).min(1).optional(),
    type: interactionType.optional(),
    direction: direction.optional(),
    channel: channel.optional(),
    /** The contact got this status. */
    status: contactStatus.optional(),
    /** The lead ended so. */
    outcome: outcomeResult.optional(),
  })
  .superRefine((rule, context) => {
    const wrong = wrongWith(Object.keys(rule));
    if (wrong) context.addIssue({ code: "custom", message: wrong });
  });
/** What reaches a stage: all that a rule names must hold of one interaction; `status` and `outcome` stand alone. */
export type StageRule = z.infer<typeof stageRule>;

const stage = z.strictObject({
  name: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} _./&+-]{0,59}$/u, "use 1 to 60 letters, digits, blanks and _ . / & + -"),
  /** Any one of these reaches it. */
  reached_by: z.array(stageRule).min(1, "name at least one rule").max(40),
  /** False: what happens there later is no going back to it, as with stages that any message reaches. */
  returns: z.boolean().default(true),
});
/** A step on the way from a first touch to an end. */
export type Stage = z.infer<typeof stage>;

/** Stages in their order, the last one the end. */
export const stageRules = z
  .array(stage)
  .min(1, "name at least one stage")
  .max(20)
  .superRefine((stages, context) => {
    stages.forEach(({ name }, index) => {
      const first = stages.findIndex((other) => other.name.toLowerCase() === name.toLowerCase());
      if (first < index)
        context.addIssue({ code: "custom", path: [index, "name"], message: `${name} stands twice` });
    });
  });

const issuesShown = 8;

/**
 * Reads stage rules from JSON: a list of stages, or `{"stages": […]}`.
 * @throws AppError VALIDATION_FAILED naming each place that is wrong.
 */
export function parseStages(value: unknown): Stage[] {
  const given = isWrapped(value) ? value.stages : value;
  const parsed = stageRules.safeParse(given);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => `${placeOf(path, given)}: ${message}`);
  const more = issues.length > issuesShown ? `; and ${issues.length - issuesShown} more` : "";
  throw new AppError(
    "VALIDATION_FAILED",
    `The stages cannot be used. ${issues.slice(0, issuesShown).join("; ")}${more}. docs/journeys.md has an example.`,
  );
}

/** The same for the same rules: what a comparison over peers is kept under. */
export function hashStages(stages: readonly Stage[]): string {
  return createHash("sha256").update(JSON.stringify(stages)).digest("hex").slice(0, 16);
}

function wrongWith(names: readonly string[]): string | undefined {
  if (names.includes("in") && !names.includes("says")) return "in belongs to says";
  if (names.length === 0)
    return "name what reaches it: activity, says, type, direction, channel, status or outcome";
  if (names.length > 1 && (names.includes("status") || names.includes("outcome")))
    return "status and outcome each stand alone in a rule";
  return undefined;
}

function isWrapped(value: unknown): value is { stages: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value) && "stages" in value;
}

/** "stage 2 (engaged), reached_by 1, direction": people count from one. */
function placeOf(path: readonly PropertyKey[], given: unknown): string {
  const [first, ...rest] = path;
  if (typeof first !== "number") return "stages";
  const name = Array.isArray(given) ? (given[first] as { name?: unknown } | undefined)?.name : undefined;
  const named = typeof name === "string" ? ` (${name.slice(0, 60)})` : "";
  const inside = rest.map((part) => (typeof part === "number" ? `${part + 1}` : `, ${String(part)}`));
  return `stage ${first + 1}${named}${inside.join(" ").replaceAll(" ,", ",")}`;
}
