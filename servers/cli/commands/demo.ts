import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { loadConfig } from "#core/config.ts";
import { AppError } from "#core/errors.ts";
import { version } from "../../version.ts";
import { serverEntry } from "../host-configuration.ts";
import { indexAll } from "../index-all.ts";
import { columns } from "../output.ts";
import { startProgress } from "../progress.ts";
import { qualityRows } from "../report-text.ts";
import { withRapport } from "../with-rapport.ts";

const workspace = "sample";
const leadsShown = 5;
const question = "Which other agencies are they talking to?";

/** `rapport demo`: a sample workspace, a model, and what an MCP host sees, through the real protocol. */
export async function demo(): Promise<void> {
  await prepareSample();
  const client = await connect();
  try {
    heading(`What an MCP host sees (${(await client.listTools()).tools.map(({ name }) => name).join(", ")})`);
    const found = await call(client, "find_leads", { limit: leadsShown });
    const [best] = found.structured.leads as { contact_id: string; name: string }[];
    if (!best)
      throw new AppError(
        "NOT_READY",
        "The sample has no open leads. Delete the .rapport folder and run the demo again.",
      );
    heading("score_lead", best.name);
    const scored = await call(client, "score_lead", { contact_id: best.contact_id });
    heading("explain_score", best.name);
    await call(client, "explain_score", { contact_id: best.contact_id, score: scored.structured.score });
    heading("ask_conversations", question);
    await call(client, "ask_conversations", { question });
  } finally {
    await client.close();
  }
  heading("Connect your own assistant to this sample");
  say(
    `npm run -s rapport -- connect claude-desktop --workspace ${workspace}      (or claude-code, cursor, json)`,
  );
  say("Then ask: who are my best leads today, and why? Or: what did they say about the price?");
  heading("Or bring your own leads");
  say(
    "npm run -s rapport -- import contacts leads.csv --workspace mine --id <column> --outcome <column> --won <value> --lost <value>",
  );
  say("npm run -s rapport -- train --workspace mine");
}

/** Makes and trains the sample workspace if it is not there yet. */
async function prepareSample(): Promise<void> {
  await withRapport(async (rapport, signal) => {
    const { operations, config } = rapport;
    const progress = startProgress("Making the sample workspace");
    const onProgress = (text: string) => progress.update(text);
    try {
      const principal = await rapport.principalInNew(workspace, { isSample: true });
      let status = await operations.status(principal);
      if (status.messages === 0 || status.lastImport?.finished === false) {
        await operations.importSample(config.user, { signal, onProgress });
      }
      await indexAll(rapport, principal, { signal, progress });
      if (!status.model) await operations.train(principal, { signal, onProgress });
      status = await operations.status(principal);
      progress.stop();
      heading("The sample workspace: a made-up agency");
      say(
        `${status.contacts} contacts (${status.won} won, ${status.lost} lost, ${status.open} open), ${status.interactions} interactions, ` +
          `${status.messages} of them messages; ${status.articles} knowledge articles. All people and companies are invented.`,
      );
      if (status.model) say(columns(qualityRows(status.model.report)));
    } finally {
      progress.stop();
    }
  });
}

async function connect(): Promise<Client> {
  const { command, args, env } = serverEntry(loadConfig(), "claude-desktop", workspace);
  const client = new Client({ name: "rapport-demo", version });
  await client.connect(
    new StdioClientTransport({
      command,
      args: [...args],
      env: { ...process.env, ...env } as Record<string, string>,
      stderr: "inherit",
    }),
  );
  return client;
}

async function call(client: Client, name: string, input: Record<string, unknown>) {
  const result = await client.callTool({ name, arguments: input });
  const text = (result.content as { type: string; text?: string }[])
    .map((part) => part.text ?? "")
    .join("\n");
  if (result.isError) throw new AppError("INTERNAL", `${name}: ${text}`);
  say(text);
  return { structured: result.structuredContent as Record<string, unknown> };
}

function heading(...parts: string[]): void {
  process.stdout.write(`\n== ${parts.join(": ")}\n`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
