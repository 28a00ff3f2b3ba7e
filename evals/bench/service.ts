import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { markdownTable } from "../report/data-table.ts";
import { type LoadResult, load } from "./service/load.ts";
import { machineFacts } from "./service/machine-facts.ts";
import { type MeasuredOperation, measuredOperations } from "./service/operations.ts";
import { type Place, prepareWorkspace } from "./service/prepare-workspace.ts";
import { soak } from "./service/soak.ts";
import { startServers } from "./service/start-servers.ts";

// `node evals/bench/service.ts [--database-url postgres://…] [--processes 1,2] [--connections 16] [--seconds 8] [--soak 0] [--json file]`: how many requests
// a second servers of one machine answer, through REST and MCP, as an integration with an API key sends them. Without a URL the database is embedded.

const { values } = parseArgs({
  options: {
    "database-url": { type: "string" },
    processes: { type: "string", default: "1,2" },
    connections: { type: "string", default: "16" },
    seconds: { type: "string", default: "8" },
    only: { type: "string" },
    soak: { type: "string", default: "0" },
    json: { type: "string" },
  },
});
const databaseUrl = values["database-url"];
const seconds = Number(values.seconds);
const connections = Number(values.connections);
const onProgress = (text: string) => process.stderr.write(`… ${text}\n`);

interface Measured extends LoadResult {
  processes: number;
  wanted: number | null;
  verdict: string;
}

const home = await mkdtemp(join(tmpdir(), "rapport-bench-"));
const place: Place = { databaseUrl, home };
const measured: Measured[] = [];
const memory: Record<string, unknown>[] = [];
try {
  const workspace = await prepareWorkspace(place, onProgress);
  const counts = values.processes.split(",").map(Number);
  for (const processes of counts) {
    const servers = await startServers(place, processes);
    try {
      const { urls } = servers;
      for (const operation of measuredOperations.filter(({ name }) => name.includes(values.only ?? ""))) {
        onProgress(`${operation.name}, ${processes} process${processes > 1 ? "es" : ""}`);
        const run = { urls, workspace, operation, connections };
        await load({ ...run, seconds: 3 });
        const result = await load({ ...run, seconds });
        measured.push({
          ...result,
          processes,
          ...judged(operation, result, processes === Math.max(...counts)),
        });
      }
      if (processes === Math.max(...counts)) {
        const [operation] = measuredOperations;
        if (operation) {
          onProgress("500 connections");
          const result = await load({ urls, workspace, operation, connections: 500, seconds });
          measured.push({
            ...result,
            processes,
            wanted: null,
            verdict: result.failed === 0 ? "holds" : "MISSED",
          });
          if (Number(values.soak) > 0)
            memory.push(...(await soak({ ...servers, workspace, minutes: Number(values.soak), onProgress })));
        }
      }
    } finally {
      await servers.stop();
    }
  }
} finally {
  await rm(home, { recursive: true, force: true });
}
process.stdout.write(`${table(measured)}\n`);
if (memory.length > 0) process.stdout.write(`${JSON.stringify(memory)}\n`);
const report = { machine: machineFacts(), database: databaseUrl ? "postgres" : "embedded", measured, memory };
if (values.json) await writeFile(values.json, `${JSON.stringify(report, undefined, 2)}\n`);
if (measured.some(({ verdict }) => verdict === "MISSED")) process.exitCode = 1;

/** Targets are for Postgres and for as many processes as there are cores; elsewhere the figures are told. */
function judged({ wanted, p95 }: MeasuredOperation, result: LoadResult, isWhole: boolean) {
  const counts = databaseUrl !== undefined && isWhole;
  const holds =
    result.failed === 0 &&
    result.perSecond >= (wanted ?? 0) &&
    result.p95 <= (p95 ?? Number.POSITIVE_INFINITY);
  return {
    wanted: wanted ?? null,
    verdict: counts ? (holds ? "holds" : "MISSED") : result.failed > 0 ? "MISSED" : "",
  };
}

function table(rows: readonly Measured[]): string {
  const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
  return markdownTable({
    head: ["operation", "processes", "connections", "/s", "wanted", "p50", "p95", "p99", "failed", ""],
    rows: rows.map((row) => [
      row.operation,
      String(row.processes),
      String(row.connections),
      row.perSecond.toFixed(0),
      row.wanted === null ? "" : `≥ ${row.wanted}`,
      ms(row.p50),
      ms(row.p95),
      ms(row.p99),
      String(row.failed),
      row.verdict,
    ]),
  });
}
