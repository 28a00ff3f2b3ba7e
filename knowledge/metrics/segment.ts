import { AppError } from "#core/errors.ts";
import { contactColumns } from "./dimensions.ts";
import { type Dimension, dimensions, type Segment } from "./metric.ts";
import { nearestName } from "./nearest-name.ts";

const longest = 1_000;

/**
 * Reads `source=Referral, status=LEAD`: all must hold. Values that hold a comma stand in quotes; `source=` means those without one.
 * A value that no contact has is allowed and fits nobody.
 * @throws AppError VALIDATION_FAILED naming what can be told apart.
 */
export function parseSegment(text: string): Segment {
  if (text.length > longest) throw wrong(`A segment is at most ${longest} characters long.`);
  const conditions: { dimension: Dimension; value: string | null }[] = [];
  for (let rest = text.trim(); rest !== ""; ) {
    const match = pair.exec(rest);
    if (!match) throw wrong(`The segment cannot be read at ${JSON.stringify(rest.slice(0, 60))}.`);
    const dimension = toDimension(match[1] ?? "");
    if (conditions.some((condition) => condition.dimension === dimension))
      throw wrong(`The segment names ${dimension} twice, and a contact has one.`);
    conditions.push({ dimension, value: toValue(dimension, match) });
    rest = rest.slice(match[0].length);
  }
  return conditions;
}

/** The same as text, for people and for keeping. */
export function describeSegment(segment: Segment): string {
  return segment
    .map(
      ({ dimension, value }) =>
        `${dimension}=${/[",]/.test(value ?? "") ? JSON.stringify(value) : (value ?? "")}`,
    )
    .join(", ");
}

/** A name, =, a value in quotes or up to the next comma. */
const pair =
  /^\s*([A-Za-z_ ]+?)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|((?!["'])[^,]*?))\s*(?:,|$)/;

function toDimension(name: string): Dimension {
  const wanted = name.toLowerCase().replaceAll(" ", "_");
  const known = dimensions.find((dimension) => dimension === wanted);
  if (known) return known;
  const near = nearestName(wanted, dimensions);
  throw wrong(`There is no dimension ${JSON.stringify(name)}.${near ? ` Did you mean ${near}?` : ""}`);
}

function toValue(dimension: Dimension, [, , double, single, plain]: RegExpExecArray): string | null {
  const value = (double ?? single)?.replace(/\\(.)/g, "$1") ?? plain ?? "";
  const trimmed = value.trim();
  if (trimmed === "") return null;
  return dimension === "company_size" ? trimmed.replace(/\s*[-–]\s*/, "–") : trimmed;
}

function wrong(what: string): AppError {
  return new AppError(
    "VALIDATION_FAILED",
    `${what} Write dimension=value, several with commas between, such as source=Referral, status=LEAD. Dimensions: ${dimensions.join(", ")}.`,
  );
}

/** Conditions on a contact `c` and its company `co`; the channel is not among them. */
export function contactConditions(
  { segment = [], assignedTo }: { segment?: Segment; assignedTo?: string },
  bind: (value: unknown) => string,
): string[] {
  const conditions = segment.flatMap(({ dimension, value }) =>
    dimension === "channel" ? [] : [fits(contactColumns[dimension], value, bind)],
  );
  return assignedTo === undefined ? conditions : [...conditions, `c.assigned_to = ${bind(assignedTo)}`];
}

/** The condition on a channel, of a message or of a contact's first inbound interaction; none without one in the segment. */
export function channelCondition(
  segment: Segment | undefined,
  column: string,
  bind: (value: unknown) => string,
): string | undefined {
  const condition = segment?.find(({ dimension }) => dimension === "channel");
  return condition && fits(column, condition.value, bind);
}

function fits(column: string, value: string | null, bind: (value: unknown) => string): string {
  return value === null ? `${column} is null` : `lower(${column}) = lower(${bind(value)}::text)`;
}
