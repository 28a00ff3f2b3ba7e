import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Database } from "#knowledge/db/database.ts";
import { readOwnerRecord } from "#knowledge/db/embedded/owner-record.ts";
import { openDatabase } from "#knowledge/db/open-database.ts";
import { withEmbedded } from "../product/with-embedded.ts";
import { markdownTable } from "../report/data-table.ts";
import { allHold, atLeast, atMost, type Figure, figureTable } from "../report/figure-table.ts";
import { peakMemory } from "./search/process-memory.ts";
import { type Stage, searchStages } from "./search/search-stages.ts";

// `node evals/bench/search.ts [--passages 100000] [--database-url postgres://…]`: how fast conversations become searchable and are searched,
// with the local embedder, in a new embedded database or in workspaces of their own on a server, which are removed afterwards.

const { values } = parseArgs({
  options: { passages: { type: "string", default: "100000" }, "database-url": { type: "string" } },
});
const passages = Number(values.passages);
const databaseUrl = values["database-url"];
const targets = databaseUrl ? { p50: 12.5, p95: 30, rate: 1_500 } : { p50: 25, p95: 60, rate: 200 };
const onProgress = (text: string) => process.stderr.write(`… ${text}\n`);

const { stages, memory } = databaseUrl ? await onServer(databaseUrl) : await embedded();
const figures = [...figuresOf(stages), ...memory];
process.stdout.write(`${figureTable(figures)}\n\n${growthTable(stages)}\n`);
if (!allHold(figures)) process.exitCode = 1;

interface Measured {
  stages: Stage[];
  memory: Figure[];
}

function embedded(): Promise<Measured> {
  return withEmbedded(async ({ db, folder }) => {
    const stages = await searchStages({ db, passages, prefix: "bench-", onProgress });
    const owner = readOwnerRecord(join(folder, "home"));
    const [mine, its] = [peakMemory("self"), owner ? peakMemory(owner.pid) : null];
    const both = mine === null || its === null ? null : mine + its;
    return {
      stages,
      memory: [
        { name: "peak memory, this process", value: mine, unit: "GB" },
        { name: "peak memory, database process", value: its, unit: "GB" },
        { name: "peak memory, both", value: both, unit: "GB", target: atMost(2) },
      ],
    };
  });
}

async function onServer(url: string): Promise<Measured> {
  const db = openDatabase({ databaseUrl: url, home: "" });
  const prefix = `bench-${randomUUID().slice(0, 8)}-`;
  try {
    const stages = await searchStages({ db, passages, prefix, onProgress });
    const memory = [
      { name: "peak memory, this process", value: peakMemory("self"), unit: "GB", target: atMost(2) },
    ];
    return { stages, memory };
  } finally {
    await removeWorkspaces(db, prefix);
    await db.close();
  }
}

async function removeWorkspaces(db: Database, prefix: string): Promise<void> {
  await db.withSystem((tx) => tx.query("delete from tenants where starts_with(name, $1)", [prefix]));
}

function figuresOf(stages: readonly Stage[]): Figure[] {
  const last = stages.at(-1);
  const seconds = stages.reduce((sum, stage, index) => {
    return sum + (stage.passages - (stages[index - 1]?.passages ?? 0)) / stage.rate;
  }, 0);
  const rate = (last?.passages ?? 0) / seconds;
  return [
    {
      name: "passages imported and indexed a second",
      value: rate,
      unit: "/s",
      target: atLeast(targets.rate),
    },
    {
      name: "search of the 10 % tenant, p50",
      value: last?.small.p50 ?? null,
      unit: "ms",
      target: atMost(targets.p50),
    },
    {
      name: "search of the 10 % tenant, p95",
      value: last?.small.p95 ?? null,
      unit: "ms",
      target: atMost(targets.p95),
    },
    {
      name: "search of the large tenant, p50",
      value: last?.large?.p50 ?? null,
      unit: "ms",
      target: atMost(targets.p50),
    },
    {
      name: "search of the large tenant, p95",
      value: last?.large?.p95 ?? null,
      unit: "ms",
      target: atMost(targets.p95),
    },
  ];
}

function growthTable(stages: readonly Stage[]): string {
  const time = (value: number | undefined) => (value === undefined ? "–" : `${value.toFixed(1)} ms`);
  return markdownTable({
    head: ["passages", "/s", "10 % tenant p50", "p95", "large tenant p50", "p95"],
    rows: stages.map(({ passages: held, rate, small, large }) => [
      held.toLocaleString("en-GB"),
      rate.toFixed(0),
      time(small.p50),
      time(small.p95),
      time(large?.p50),
      time(large?.p95),
    ]),
  });
}
