import type { ContactPlan } from "./contact-plan.ts";
import { simplified } from "./known-columns.ts";

export interface WarningFacts {
  file: string;
  rows: number;
  encoding: string;
  /** Whether the encoding was detected, not declared. */
  guessed: boolean;
  /** Another file whose rows were numbered alike, if there is one. */
  numberedBefore: string | undefined;
}

const outcomeNames = new Set([
  "outcome",
  "result",
  "won",
  "iswon",
  "converted",
  "isconverted",
  "dealstage",
  "stage",
  "closed",
]);

/** What the person who imports should know before trusting the result. */
export function contactWarnings(plan: ContactPlan, facts: WarningFacts): string[] {
  const warnings = [...plan.warnings, ...encodingWarnings(facts)];
  if (facts.rows === 0) warnings.push(`${facts.file} holds no rows below its header.`);
  if (facts.numberedBefore !== undefined) {
    warnings.push(
      `Rows of ${facts.numberedBefore} are numbered by their lines too: line 2 of ${facts.file} is the same contact as line 2 of ${facts.numberedBefore}. If they are different leads, give each file its own --id-prefix.`,
    );
  }
  if (!plan.readOutcome) warnings.push(...unusedOutcome(plan));
  return warnings;
}

/** Says that an encoding is a guess, where it is. */
export function encodingWarnings({ encoding, guessed }: { encoding: string; guessed: boolean }): string[] {
  if (!guessed || encoding.startsWith("utf")) return [];
  return [`The file was read as ${encoding}, which is a guess. If letters look wrong, say --encoding.`];
}

function unusedOutcome(plan: ContactPlan): string[] {
  const column = plan.columns.find(
    ({ role, profile }) => typeof role === "object" && outcomeNames.has(simplified(profile.name)),
  );
  if (!column) return [];
  const { name } = column.profile;
  return [
    `The column ${name} may say how leads ended, but is now a field like others. Say --outcome ${name} with --won and --lost, or --ignore ${name}.`,
  ];
}
