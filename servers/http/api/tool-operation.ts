import { z } from "zod";
import type { Tool } from "#core/tool.ts";
import { parseInput } from "#tools/parse-input.ts";
import { originOf } from "../../answer-origin.ts";
import { camelSchema, fromCamel, toCamel, toCamelKey } from "./camel-case.ts";
import type { Operation, OperationAnswer } from "./operation.ts";

/** How a tool appears in REST; all else comes from the tool. */
interface Face<Output>
  extends Pick<
    Operation,
    "method" | "path" | "tags" | "versioned" | "atomic" | "shownOnce" | "answerHeaders"
  > {
  /** Default: the tool's name in camelCase. */
  id?: string;
  summary?: string;
  /** Default: 200. */
  status?: Operation["status"];
  /** Inputs of the tool that REST does not offer. */
  without?: readonly string[];
  /** Inputs that stand under another name in the path: `{id: "contact_id"}`. */
  pathNames?: Readonly<Record<string, string>>;
  /** Another answer than the tool's output in camelCase. */
  answer?: z.ZodType;
  body?(output: Output): unknown;
  headers?(output: Output): Record<string, string>;
  /** Where the answer's status depends on what happened. */
  statusOf?(output: Output): 200 | 201;
}

/** Makes an operation of a tool: path parameters, query (of GET and DELETE) and body are the tool's input in camelCase. */
export function toolOperation<Input, Output>(tool: Tool<Input, Output>, face: Face<Output>): Operation {
  const { method, path, tags, pathNames = {}, status = 200, versioned, atomic, shownOnce } = face;
  const shape = shapeOf(tool.input);
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const taken = new Map(inPath.map((name) => [name, pathNames[name] ?? toolKey(shape, name)]));
  const hidden = new Set([...taken.values(), ...(face.without ?? []), "ifMatch", "idempotencyKey"]);
  const rest = Object.fromEntries(Object.entries(shape).filter(([key]) => !hidden.has(key)));
  const params = z.strictObject(
    Object.fromEntries([...taken].map(([name, key]) => [name, required(shape[key])])),
  );
  const others = Object.keys(rest).length > 0 ? camelSchema(z.object(rest), { strict: true }) : undefined;
  const carries = method !== "get" && method !== "delete";
  return {
    id: face.id ?? toCamelKey(tool.name),
    ...{ method, path, tags, status },
    summary: face.summary ?? tool.title,
    description: tool.description,
    permission: tool.permission,
    effect: tool.effect,
    ...(inPath.length > 0 ? { params } : {}),
    ...(others ? (carries ? { body: others } : { query: others as z.ZodObject }) : {}),
    ...(versioned ? { versioned } : {}),
    ...(face.answerHeaders ? { answerHeaders: face.answerHeaders } : {}),
    ...(atomic ? { atomic } : {}),
    ...(shownOnce ? { shownOnce } : {}),
    answer: face.answer ?? camelSchema(tool.output, { strict: false }),
    run: async (context, { params, query, body, headers }) => {
      const named = Object.fromEntries([...taken].map(([name, key]) => [key, params[name]]));
      const sent = fromCamel(tool.input, { ...query, ...(body as object | undefined) }) as object;
      const fromHeaders = Object.fromEntries(Object.entries(headers).filter(([key]) => key in shape));
      // What the parts hold has been checked; defaults and rules over several fields are the tool's own.
      const input = parseInput(tool, { ...sent, ...named, ...fromHeaders });
      const output = await tool.run(context, input);
      return toAnswer(tool, face, output);
    },
  };
}

function toAnswer<Input, Output>(
  tool: Tool<Input, Output>,
  face: Face<Output>,
  output: Output,
): OperationAnswer {
  const origin = originOf(output);
  return {
    body: face.body ? face.body(output) : toCamel(tool.output, output),
    headers: { ...face.headers?.(output), ...(origin ? { "X-Cache": origin } : {}) },
    ...(face.statusOf ? { status: face.statusOf(output) } : {}),
  };
}

function shapeOf(schema: z.ZodType): Record<string, z.ZodType> {
  return schema instanceof z.ZodObject ? schema.shape : {};
}

/** `conversationId` in a path is the tool's `conversation_id`. */
function toolKey(shape: Record<string, z.ZodType>, name: string): string {
  return Object.keys(shape).find((key) => toCamelKey(key) === name) ?? name;
}

/** A part of the path is always there. */
function required(schema: z.ZodType = z.string()): z.ZodType {
  return schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
}
