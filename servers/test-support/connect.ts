import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { childEnvironment, rapport } from "./child.ts";

/** The two families of protocol revisions: up to 2025-11-25 with a handshake, from 2026-07-28 without. */
export type Era = "legacy" | "modern";

export const eras = ["legacy", "modern"] as const;

/** Connects the official client to a server of its own, started as a host starts it. */
export async function connectStdio(
  workspace: string,
  era: Era = "legacy",
  env: Record<string, string> = {},
): Promise<Client> {
  const client = newClient(era);
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [rapport, "mcp", "--workspace", workspace],
      env: childEnvironment(env),
      stderr: "ignore",
    }),
  );
  return client;
}

/** Connects the official client over Streamable HTTP. */
export async function connectHttp(url: string, era: Era = "legacy", credential?: string): Promise<Client> {
  const client = newClient(era);
  const headers = { authorization: `Bearer ${credential}` };
  const options = credential === undefined ? {} : { requestInit: { headers } };
  await client.connect(new StreamableHTTPClientTransport(new URL(url), options));
  return client;
}

function newClient(era: Era): Client {
  const mode = era === "modern" ? { pin: "2026-07-28" } : era;
  return new Client({ name: "test", version: "1" }, { versionNegotiation: { mode } });
}
