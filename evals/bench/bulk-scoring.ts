import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Principal } from "#core/principal.ts";
import { servingModel } from "#knowledge/scoring/lifecycle/serving-model.ts";
import { scoreSnapshot } from "#knowledge/scoring/score.ts";
import { leadPages } from "#knowledge/scoring/snapshots/lead-pages.ts";
import { snapshotAt } from "#knowledge/scoring/snapshots/load-snapshots.ts";
import { refreshScores } from "#knowledge/scoring/stored-scores/refresh-scores.ts";
import { scoreAll } from "#knowledge/scoring/stored-scores/score-all.ts";
import { type Embedded, withEmbedded } from "../product/with-embedded.ts";
import { atMost, type Figure, figureTable } from "../report/figure-table.ts";
import { writeBenchTable } from "./product/bench-table.ts";

// `node evals/bench/bulk-scoring.ts`: scores 100,000 leads of an embedded database in bulk, with their reasons stored and
// without, and single ones in memory with exact reasons.

const wanted = 100_000;

const figures = await withEmbedded(async (embedded) => {
  const principal = await embedded.principal("bulk");
  const file = writeRepeated(embedded.folder);
  const { operations } = embedded;
  await operations.importContacts(principal, await operations.fileSource(file), {
    id: "line",
    outcome: "y",
    won: ["yes"],
    lost: ["no"],
    ignore: ["duration"],
  });
  const training = await operations.train(principal, { purpose: "publish" });
  return [
    { name: `training and scoring open leads, ${training.report.kind}`, value: training.seconds, unit: "s" },
    ...(await inBulk(embedded, principal)),
    ...(await oneByOne(embedded, principal)),
  ];
});
process.stdout.write(`${figureTable(figures)}\n`);
if (figures.some(({ value, target }) => target && !target.holds(value))) process.exitCode = 1;

/** The bench's table once with its outcomes, then over and over as open leads. */
function writeRepeated(folder: string): string {
  const { file } = writeBenchTable(folder);
  const [header = "", ...lines] = readFileSync(file, "utf8").trim().split("\n");
  const place = header.split(",").indexOf("y");
  const open = lines.map((line) => line.split(",").with(place, "").join(","));
  const all = Array.from({ length: wanted }, (_, i) => (i < lines.length ? lines[i] : open[i % open.length]));
  const repeated = join(folder, "bulk.csv");
  writeFileSync(repeated, `${header}\n${all.join("\n")}\n`);
  return repeated;
}

async function inBulk({ db }: Embedded, principal: Principal): Promise<Figure[]> {
  let counted = 0;
  const without = await seconds(() =>
    scoreAll(db, principal, {
      onPage: async (leads) => {
        counted += leads.length;
      },
    }),
  );
  await db.withTenant(principal.tenant.id, (tx) => tx.query("delete from lead_scores"));
  let stored = 0;
  const withReasons = await seconds(async () => {
    stored = (await refreshScores(db, principal, { scope: "all" })).scored;
  });
  return [
    { name: `${counted} scored without reasons`, value: without, unit: "s", target: atMost(4) },
    {
      name: `${stored} scored, eight reasons each stored`,
      value: withReasons,
      unit: "s",
      target: atMost(15),
    },
  ];
}

async function oneByOne({ db }: Embedded, principal: Principal): Promise<Figure[]> {
  const { model } = await db.readTenant(principal.tenant.id, (tx) => servingModel(tx, principal));
  const times: number[] = [];
  const now = new Date();
  for await (const records of leadPages(db, principal)) {
    for (const record of records) {
      const snapshot = snapshotAt(record, now);
      const started = process.cpuUsage();
      scoreSnapshot(model, snapshot);
      const { user, system } = process.cpuUsage(started);
      times.push((user + system) / 1000);
    }
    if (times.length > 10_000) break;
  }
  times.sort((a, b) => a - b);
  const median = times[times.length >> 1] ?? Number.NaN;
  return [{ name: "one score with all reasons, CPU, median", value: median, unit: "ms", target: atMost(1) }];
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
