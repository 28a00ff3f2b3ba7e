import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { MultiServerMCPClient } from "@langchain/mcp-adapters";
import type { Client } from "@modelcontextprotocol/client";
import { childEnvironment, rapport, repository, runScript } from "./child.ts";
import type { Era } from "./connect.ts";

/** A server to start, or the address of one that runs. */
export type Target = { command: string; args: string[]; env: Record<string, string> } | { url: string };

/** One tool call, to be made through any host. */
export interface Question {
  name: string;
  arguments: Record<string, unknown>;
}

/** How a host starts a server for one workspace. */
export function stdioTarget(workspace: string): Target {
  return {
    command: process.execPath,
    args: [rapport, "mcp", "--workspace", workspace],
    env: childEnvironment(),
  };
}

/** The structured answer that the official client gets; it closes the client. */
export async function throughClient(client: Client, question: Question): Promise<unknown> {
  try {
    return (await client.callTool(question)).structuredContent;
  } finally {
    await client.close();
  }
}

const inspector = resolve(
  repository,
  "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js",
);

/** The structured answer that the Inspector's command line prints. */
export async function throughInspector(target: Target, era: Era, question: Question): Promise<unknown> {
  const variables =
    "url" in target ? [] : Object.entries(target.env).flatMap(([name, value]) => ["-e", `${name}=${value}`]);
  const options = [
    "--protocol-era",
    era,
    "--format",
    "json",
    "--method",
    "tools/call",
    "--tool-name",
    question.name,
  ];
  const input = ["--tool-args-json", JSON.stringify(question.arguments)];
  const address = "url" in target ? [target.url] : [target.command, ...target.args];
  // It keeps a catalogue of servers under the home folder.
  const home = await mkdtemp(join(tmpdir(), "rapport-inspector-"));
  try {
    const args = ["--cli", ...variables, ...options, ...input, ...address];
    const { status, stdout, stderr } = await runScript(inspector, args, { env: { HOME: home } });
    if (status !== 0) throw new Error(`inspector: ${status} ${stderr}`);
    return JSON.parse(stdout).result.structuredContent;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** The structured answer that LangChain's adapters hand on beside the text, as the tool message's artifact. */
export async function throughAdapters(target: Target, { name, arguments: args }: Question): Promise<unknown> {
  const connection =
    "url" in target ? { transport: "http" as const, ...target } : { transport: "stdio" as const, ...target };
  const client = new MultiServerMCPClient({ rapport: connection });
  try {
    const tool = (await client.getTools()).find((one) => one.name === name);
    const message = await tool?.invoke({ type: "tool_call", id: "1", name, args });
    const artifacts: { type: string; data: unknown }[] = message?.artifact ?? [];
    return artifacts.find(({ type }) => type === "mcp_structured_content")?.data;
  } finally {
    await client.close();
  }
}
