import { afterAll, expect, test } from "vitest";
import { MultiServerMCPClient } from "@langchain/mcp-adapters";
import { trainedWorkspace, people } from "../test-support/trained-workspace.ts";
import { serveWorkspace } from "../test-support/serve-workspace.ts";
import { connectHttp, connectStdio, eras } from "../test-support/connect.ts";
import { childEnvironment, rapport, repository, runScript } from "../test-support/child.ts";
import { resolve } from "node:path";
test("try", async () => {
  const t0 = performance.now();
  const principal = await trainedWorkspace();
  const server = await serveWorkspace(principal);
  const c = await connectHttp(server.url + "/mcp");
      const r = await c.callTool({ name: "score_lead", arguments: { contact_id: "lead-80", as_of: "2025-12-01T00:00:00Z" } });
      console.log(JSON.stringify(r).slice(0, 1500), performance.now() - t0);
  const r2 = await c.callTool({ name: "find_leads", arguments: { limit: 50} });
      console.log(r2.content[0].text, performance.now() - t0);
  await c.close();
  const inspector = resolve(repository, "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js");
  for (const era of eras) {
  for (const target of [[process.execPath, rapport, "mcp", "--workspace", principal.tenant.name], [server.url + "/mcp"]]) {
    const t1 = performance.now();
    const out = await runScript(inspector, ["--cli", "--protocol-era", era, "--format", "json", ...Object.entries(childEnvironment()).filter(([k]) => k === "RAPPORT_HOME").flatMap(([k, v]) => ["-e", `${k}=${v}`]), "--method", "tools/call", "--tool-name", "score_lead", "--tool-args-json", JSON.stringify({ contact_id: "lead-80", as_of: "2025-12-01T00:00:00Z" }), ...target]);
    console.log(era, out.status, out.stdout.slice(0,300), out.stderr.slice(0, 1000), performance.now() - t1);
  }}
  for (const config of [{ transport: "stdio" as const, command: process.execPath, args: [rapport, "mcp", "--workspace", principal.tenant.name], env: childEnvironment() }, {transport: "http" as const, url: server.url + "/mcp"}]) {
    const t1 = performance.now();
    const client = new MultiServerMCPClient({ rapport: config });
    const tools = await client.getTools();
    const tool = tools.find((t) => t.name === "score_lead")!;
    const res = await tool.invoke({ type: "tool_call", id: "1", name: "score_lead", args: { contact_id: "lead-80", as_of: "2025-12-01T00:00:00Z" } });
    console.log(JSON.stringify(res.artifact).slice(0, 300), performance.now() - t1);
    await client.close();
  }
  await server.close();
});
