import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { atMost, type Figure } from "../../report/figure-table.ts";
import { type BenchRun, entryPoint, workspace } from "./import-and-scoring.ts";

const starts = 7;
const warmUp = 10;
const calls = 200;

/** Times the MCP server over stdio: from starting the process to its answer to initialize, then single score_lead calls. */
export async function measureStdio({ home, table }: BenchRun): Promise<Figure[]> {
  const initialize: number[] = [];
  for (let i = 0; i < starts; i++) {
    const started = performance.now();
    const client = await connect(home);
    initialize.push(performance.now() - started);
    await client.close();
  }
  const client = await connect(home);
  const scoreLead: number[] = [];
  for (let i = 0; i < warmUp + calls; i++) {
    const contact_id = String(2 + ((i * 197) % table.rows));
    const started = performance.now();
    const result = await client.callTool({ name: "score_lead", arguments: { contact_id } });
    if (result.isError) throw new Error(JSON.stringify(result.content));
    if (i >= warmUp) scoreLead.push(performance.now() - started);
  }
  await client.close();
  return [
    { name: "stdio initialize, median", value: quantile(initialize, 0.5), unit: "ms", target: atMost(500) },
    { name: "stdio initialize, slowest", value: Math.max(...initialize), unit: "ms" },
    { name: "score_lead over stdio, p50", value: quantile(scoreLead, 0.5), unit: "ms", target: atMost(30) },
    { name: "score_lead over stdio, p95", value: quantile(scoreLead, 0.95), unit: "ms" },
  ];
}

async function connect(home: string): Promise<Client> {
  const client = new Client({ name: "bench", version: "1" });
  const env = { ...process.env, RAPPORT_HOME: home, DATABASE_URL: "", RAPPORT_MODELS: "" } as Record<
    string,
    string
  >;
  const args = [entryPoint, "mcp", "--workspace", workspace];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, env }));
  return client;
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(q * (sorted.length - 1))] ?? Number.NaN;
}
