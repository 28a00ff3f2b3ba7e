import { AppError } from "#core/errors.ts";
import type { LanguageModel } from "#core/language-model.ts";
import { randomOf } from "../generator/random.ts";
import { lies } from "./lies.ts";

/** A scripted model that hands back the texts it is given with a lie in each that can hold it. */
export interface LyingModel extends LanguageModel {
  /** Texts that it changed, as it changed them. */
  readonly said: readonly string[];
}

const tellingFields = ["title", "description", "recommendations"];

/** @param kind a name of lies.ts */
export function lyingModel(kind: string, seed: string): LyingModel {
  const said: string[] = [];
  const random = randomOf(kind, seed, "lie");
  return {
    id: "scripted:liar",
    said,
    generate: async ({ input, schema }) => {
      const tellings = tellingsIn(input);
      // Asked for a plan it fails, so that everything is looked at.
      if (tellings.length === 0)
        throw new AppError("AI_SERVICE_UNAVAILABLE", "The scripted model only writes.");
      const lie = (text: string, others: readonly string[]) => {
        const changed = lies[kind]?.(text, { random, others });
        if (changed === undefined || changed === text) return text;
        said.push(changed);
        return changed;
      };
      const texts = tellings.map(textsOf);
      const answer = tellings.map((telling, index) => {
        const others = texts.filter((_, other) => other !== index).flat();
        return mapFields(telling, (text) => lie(text, others));
      });
      return firstFitting(schema, answer);
    },
  };
}

type Telling = Record<string, unknown>;

/** The drafts within what a model is sent, wherever they stand in it. */
function tellingsIn(input: string): Telling[] {
  const start = input.search(/[[{]/);
  const end = Math.max(input.lastIndexOf("]"), input.lastIndexOf("}"));
  if (start < 0) return [];
  try {
    return collect(JSON.parse(input.slice(start, end + 1)));
  } catch {
    return [];
  }
}

function collect(value: unknown): Telling[] {
  if (Array.isArray(value)) return value.flatMap(collect);
  if (typeof value !== "object" || value === null) return [];
  if ("description" in value && "title" in value) return [value as Telling];
  return Object.values(value).flatMap(collect);
}

function textsOf(telling: Telling): string[] {
  return tellingFields.flatMap((field) => telling[field] ?? []).filter((text) => typeof text === "string");
}

function mapFields(telling: Telling, by: (text: string) => string): Telling {
  const changed = tellingFields.flatMap((field) => {
    const value = telling[field];
    if (typeof value === "string") return [[field, by(value)]];
    return Array.isArray(value) ? [[field, value.map((text) => by(String(text)))]] : [];
  });
  return { ...telling, ...Object.fromEntries(changed) };
}

/** The answer in the shape that is asked for: a list by itself, or under the only name that fits. */
function firstFitting<T>(
  schema: { safeParse(value: unknown): { success: boolean; data?: T } },
  answer: Telling[],
): T {
  const names = ["texts", "tellings", "drafts", "findings", "texts", "insights"];
  for (const candidate of [answer, ...names.map((name) => ({ [name]: answer }))]) {
    const parsed = schema.safeParse(candidate);
    if (parsed.success) return parsed.data as T;
  }
  throw new AppError(
    "AI_SERVICE_UNAVAILABLE",
    "The scripted model does not know the schema that it is asked to answer in.",
  );
}
