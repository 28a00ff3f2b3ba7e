import { seededRandom } from "../scoring/evaluate/seeded-random.ts";
import { anomalies } from "../statistics/anomalies.ts";
import { changePoint } from "../statistics/change-point.ts";
import { compareCounts } from "../statistics/compare-counts.ts";
import { compareRates } from "../statistics/compare-rates.ts";
import { compareSamples } from "../statistics/compare-samples.ts";
import { mannKendall } from "../statistics/mann-kendall.ts";
import { theilSen } from "../statistics/theil-sen.ts";

const r = seededRandom(1);
const pois = (m: number) => {
  let [c, p] = [0, r()];
  for (const l = Math.exp(-m); p > l; c++) p *= r();
  return c;
};
const v = Array.from({ length: 365 }, () => pois(20));
const s = (n: number) => Array.from({ length: n }, () => r());
const cpu = (name: string, n: number, f: () => unknown) => {
  f();
  const a = process.cpuUsage();
  for (let i = 0; i < n; i++) f();
  const b = process.cpuUsage(a);
  console.log(name, ((b.user + b.system) / 1000 / n).toFixed(2), "ms");
};
cpu("mk", 5, () => mannKendall(v, { season: 7 }));
cpu("ts", 5, () => theilSen(v, { season: 7 }));
cpu("cp", 5, () => changePoint(v, { season: 7 }));
cpu("an", 5, () => anomalies(v, { season: 7, counts: true }));
cpu("cc", 50, () => compareCounts(v.slice(0, 7), v.slice(7, 49), { season: 7 }));
cpu("cc365", 10, () => compareCounts(v, v, { season: 7 }));
const a = s(250),
  b = s(500);
cpu("cs", 10, () => compareSamples(a, b));
cpu("cr", 20, () => compareRates({ hits: 600, n: 2000 }, { hits: 5000, n: 18000 }));
