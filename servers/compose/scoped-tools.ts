import { currentScope, withinScope } from "#core/call-scope.ts";
import { type AppError, toAppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { inSpan } from "#core/telemetry.ts";
import type { AuditEntry } from "#knowledge/audit/audit-entry.ts";
import type { AnyTool } from "../mcp/server-definition.ts";

/** A run of a tool that has ended. */
export interface ToolRun {
  tool: string;
  /** ok, or the error's code. */
  outcome: string;
  ms: number;
}

export interface ToolWatch {
  /** Resolves when the entry is written. */
  audit(entry: AuditEntry): Promise<void>;
  ran(run: ToolRun): void;
}

/**
 * The same tools, whose runs are within a scope that names the caller and the tool (ledger and budget read it), are told
 * to the watch, and are audited when they write, send or are refused. An answer waits for its audit entry.
 */
export function scopedTools<Tools extends Record<string, AnyTool>>(tools: Tools, watch: ToolWatch): Tools {
  const scoped = Object.entries(tools).map(([key, tool]): [string, AnyTool] => [
    key,
    scopedTool(tool, watch),
  ]);
  return Object.fromEntries(scoped) as Tools;
}

function scopedTool(tool: AnyTool, watch: ToolWatch): AnyTool {
  return {
    ...tool,
    run: async (context, input) => {
      const { principal } = context;
      const began = performance.now();
      const ended = async (error?: AppError) => {
        const outcome = error?.code ?? "ok";
        watch.ran({ tool: tool.name, outcome, ms: performance.now() - began });
        if (tool.effect === "write" || tool.effect === "send" || outcome === "FORBIDDEN")
          await watch.audit(entryOf(tool.name, { principal, input, outcome }));
      };
      try {
        const run = () =>
          inSpan(`execute_tool ${tool.name}`, spanOf(tool, principal), () => tool.run(context, input));
        const output = await withinScope({ principal, purpose: tool.name }, run);
        await ended();
        return output;
      } catch (error) {
        await ended(toAppError(error));
        throw error;
      }
    },
  };
}

function spanOf({ name }: AnyTool, { tenant }: Principal) {
  return {
    attributes: {
      "gen_ai.operation.name": "execute_tool",
      "gen_ai.tool.name": name,
      "rapport.tenant.id": tenant.id,
    },
    errorTypeOf: (error: unknown) => toAppError(error).code,
  };
}

function entryOf(
  action: string,
  { principal, input, outcome }: { principal: Principal; input: unknown; outcome: string },
): AuditEntry {
  const { address, requestId } = currentScope();
  return { principal, action, target: targetOf(input), outcome, address, requestId };
}

/** Ids only: what else a caller gives may be a customer's text, and a handle is a key. */
const targets = ["contact_id", "conversation_id", "draft_id", "id"] as const;

function targetOf(input: unknown): string | undefined {
  if (typeof input !== "object" || input === null) return undefined;
  const given = input as Record<string, unknown>;
  const found = targets.map((name) => given[name]).find((value) => typeof value === "string");
  return typeof found === "string" ? found : undefined;
}
