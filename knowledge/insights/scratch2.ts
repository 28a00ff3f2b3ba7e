import { spike } from "./analyses/spike.ts"; import { step } from "./analyses/step.ts"; import { trend } from "./analyses/trend.ts"; import { season } from "./analyses/season.ts";
import { seededRandom } from "../scoring/evaluate/seeded-random.ts"; import { shiftBucket } from "./buckets.ts";
// type I over shapes of null counts
const r = seededRandom(11); const gauss = () => Math.sqrt(-2 * Math.log(1 - r())) * Math.cos(2 * Math.PI * r());
const pois = (m: number) => { if (m > 60) return Math.max(0, Math.round(m + Math.sqrt(m) * gauss())); let [c, p] = [0, r()]; for (const l = Math.exp(-m); p > l; c++) p *= r(); return c; };
const N = Number(process.argv[2] ?? 150);
for (const n of [60, 120, 300]) for (const [name, noise, phi, week] of [["poisson", 0, 0, 0], ["daynoise .3", .3, 0, 0], ["daynoise .4 ar .3", .4, .3, 0], ["week daynoise .3 ar .3", .3, .3, 1]] as const) for (const m of [3, 12, 40]) {
  const hits: Record<string, number> = {};
  for (let k = 0; k < N; k++) {
    let e = gauss();
    const points = Array.from({ length: n }, (_, i) => { e = phi * e + Math.sqrt(1 - phi * phi) * gauss(); const w = week && i % 7 >= 5 ? .3 : 1; const value = pois(m * w * Math.exp(noise * e - noise * noise / 2)); return { at: shiftBucket("2026-01-05", "day", i), value, n: value }; });
    const subject = { metric: { id: "x", title: "x", kind: "count" as const, better: null }, grain: "day" as const, history: [], points, totals: [] };
    for (const [a, f] of [["trend", trend], ["step", step], ["spike", spike], ["season", season]] as const) { const p = Math.min(1, ...f(subject).findings.map((x) => x.p ?? 1)); if (p < .01) hits[a] = (hits[a] ?? 0) + 1; if (p < .001) hits[a + "!"] = (hits[a + "!"] ?? 0) + 1; }
  }
  console.log(n, name, m, JSON.stringify(hits));
}
