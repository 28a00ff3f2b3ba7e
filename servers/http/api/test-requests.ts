import type { Operation } from "./operation.ts";
import type { Sent, TestApi } from "./test-api.ts";
import type { Case, contractCases } from "./test-cases.ts";

/** What the cases of operations are made of. */
export type Cases = ReturnType<typeof contractCases>;

/** The case of an operation, with what it needs made through the API. */
export async function caseOf(cases: Cases, id: string, api: TestApi): Promise<Case> {
  const found = cases[id] ?? {};
  return typeof found === "function" ? found(api) : found;
}

/** The request that an operation's case stands for. */
export function requestTo(
  { method, path: pattern, rawBody }: Pick<Operation, "method" | "path" | "rawBody">,
  { params = {}, query = {}, body, raw }: Case,
): Sent {
  const path = pattern.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const search = new URLSearchParams(query).toString();
  return {
    method,
    path: search ? `${path}?${search}` : path,
    ...(body === undefined ? {} : { body }),
    ...(raw === undefined ? {} : { raw }),
    ...(rawBody ? { headers: { "content-type": rawBody.types[0] ?? "" } } : {}),
  };
}

/** Where a case holds texts, as paths of keys. */
export function textsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value === "string") return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, [...path, key]));
}

/** The same with another text at one of those paths. */
export function withText<T>(value: T, path: readonly string[], text: string): T {
  const copy = structuredClone(value);
  // biome-ignore lint/suspicious/noExplicitAny: a path leads through objects and lists
  const holder = path.slice(0, -1).reduce<any>((at, key) => at[key], copy);
  holder[path.at(-1) ?? ""] = text;
  return copy;
}

/** The same with every text changed. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  return JSON.parse(JSON.stringify(value), (_, each) => (typeof each === "string" ? change(each) : each));
}
