import type { Permission } from "#core/permission.ts";
import type { Principal } from "#core/principal.ts";
import type { Tool } from "#core/tool.ts";
import type { DrawCharts } from "./chart-content.ts";

/** A tool whose schemas' types have been forgotten, as lists of tools hold it. */
// biome-ignore lint/suspicious/noExplicitAny: a list of tools of different inputs has no narrower common type
export type AnyTool = Tool<any, any>;

/** A family of resources with one URI template, read through a tool's code and never holding raw personal data. */
export interface ResourceFamily {
  name: string;
  title: string;
  description: string;
  /** With one variable, `{id}`. */
  uriTemplate: string;
  permission: Permission;
  list(principal: Principal): Promise<{ id: string; title: string }[]>;
  /** JSON that may be shown. @throws AppError NOT_FOUND */
  read(principal: Principal, id: string): Promise<unknown>;
}

/** A prompt that a host offers its user. */
export interface PromptDefinition {
  name: string;
  title: string;
  description: string;
  arguments: Record<string, { description: string }>;
  /** The user's message that starts the work. */
  render(values: Record<string, string | undefined>): string;
}

/** A page that hosts with MCP Apps show for the answers of some tools; without it their text says the same. */
export interface ViewDefinition {
  name: string;
  title: string;
  description: string;
  /** Begins with `ui://`. */
  uri: string;
  /** The names of the tools whose structured answers it shows. */
  tools: readonly string[];
  /** The whole page, which asks nothing of the network. */
  html(): Promise<string>;
}

/** One MCP server: what it is for and what it offers. stdio, HTTP and the documentation are derived from it. */
export interface McpServerDefinition {
  name: string;
  title: string;
  /** Told to the host's model: when to use which tool. */
  instructions: string;
  tools: readonly AnyTool[];
  resources: readonly ResourceFamily[];
  prompts: readonly PromptDefinition[];
  views?: readonly ViewDefinition[];
  /** Charts beside tools' texts, by the tools' names; only for clients that can show them. */
  charts?: Readonly<Record<string, DrawCharts>>;
}
