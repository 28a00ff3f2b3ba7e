import type { z } from "zod";
import type { Permission } from "./permission.ts";
import type { Principal } from "./principal.ts";

/** What a tool call is given beside its input. */
export interface ToolContext {
  principal: Principal;
  signal: AbortSignal;
}

/** What running a tool may do to the world; hosts are told, and read-only sets are derived from it. */
export type Effect = "read" | "compute" | "write" | "send";

/** A verb with its schemas. From this one value MCP tools, REST routes, commands and the permission table are derived. */
export interface Tool<Input = never, Output = unknown> {
  /** snake_case. */
  name: string;
  title: string;
  description: string;
  input: z.ZodType<Input>;
  output: z.ZodType<Output>;
  effect: Effect;
  permission: Permission;
  /** @throws AppError */
  run(context: ToolContext, input: Input): Promise<Output>;
  /** The output as a person would want to read it. */
  toText(output: Output): string;
}
