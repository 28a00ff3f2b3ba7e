import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { AppError } from "#core/errors.ts";
import { sampleName } from "#knowledge/sample/import-sample.ts";
import { quantile } from "#knowledge/scoring/encode/quantile.ts";
import { atMost, type Figure } from "../../report/figure-table.ts";

const entryPoint = resolve(import.meta.dirname, "../../../servers/cli/main.ts");
const starts = 5;
/** A server gets ready by itself a second after its start. */
const pauses = [
  { name: "asked at once", ms: 0 },
  { name: "asked after 4 s", ms: 4_000 },
];

/** Starts servers over stdio, one after the other, and times the first draft that each is asked for once it has answered initialize. */
export async function measureFirstDraft(home: string, messages: readonly string[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, ms } of pauses) {
    const seconds: number[] = [];
    for (const message of messages.slice(0, starts)) seconds.push(await firstDraft(home, message, ms));
    const ordered = seconds.toSorted((a, b) => a - b);
    const value = quantile(ordered, 0.5);
    figures.push(
      {
        name: `first draft of a server, ${name}, median of ${starts}`,
        value,
        unit: "s",
        target: atMost(1.5),
      },
      { name: `first draft of a server, ${name}, slowest`, value: ordered.at(-1) ?? null, unit: "s" },
    );
  }
  return figures;
}

async function firstDraft(home: string, message: string, pauseMs: number): Promise<number> {
  const client = new Client({ name: "bench", version: "1" });
  const settings = { RAPPORT_HOME: home, DATABASE_URL: "", RAPPORT_MODELS: "" };
  const env = { ...process.env, ...settings } as Record<string, string>;
  const args = [entryPoint, "mcp", "conversations", "--workspace", sampleName];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, env }));
  try {
    await sleep(pauseMs);
    const started = performance.now();
    const result = await client.callTool({ name: "draft_response", arguments: { message_id: message } });
    const ended = performance.now();
    if (result.isError) throw new AppError("INTERNAL", JSON.stringify(result.content));
    return (ended - started) / 1_000;
  } finally {
    await client.close();
  }
}
