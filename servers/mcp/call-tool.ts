import type { CallToolResult } from "@modelcontextprotocol/server";
import { toAppError } from "#core/errors.ts";
import { log } from "#core/log.ts";
import type { Principal } from "#core/principal.ts";
import { parseInput } from "#tools/parse-input.ts";
import { originOf } from "../answer-origin.ts";
import { chartContent, type DrawCharts } from "./chart-content.ts";
import type { AnyTool } from "./server-definition.ts";

/** Who is calling is only known once it is asked for: the local principal needs the database. */
export type PrincipalSource = () => Promise<Principal>;

export interface CallContext {
  principal: PrincipalSource;
  signal: AbortSignal;
  /** Draws the answer, where the client can show pictures. */
  charts?: DrawCharts | undefined;
}

/** Runs one tool call; whatever goes wrong becomes a short error that names the fix, and the server lives on. */
export async function callTool(
  tool: AnyTool,
  input: unknown,
  { principal, signal, charts }: CallContext,
): Promise<CallToolResult> {
  try {
    const parsed = parseInput(tool, input);
    const output = await tool.run({ principal: await principal(), signal }, parsed);
    const text = { type: "text" as const, text: tool.toText(output) };
    const origin = originOf(output);
    return {
      content: [text, ...(await chartContent(charts, output))],
      structuredContent: output,
      ...(origin === "HIT" ? { _meta: { "rapport/cached": true } } : {}),
    };
  } catch (error) {
    return toErrorResult(tool, error);
  }
}

function toErrorResult(tool: AnyTool, error: unknown): CallToolResult {
  const known = toAppError(error);
  if (known.code === "INTERNAL") log.error({ tool: tool.name, err: known.cause }, "tool call failed");
  const { code, message, retryable } = known;
  return {
    isError: true,
    content: [{ type: "text", text: `${code}: ${message}` }],
    _meta: { "rapport/error": { code, retryable } },
  };
}
