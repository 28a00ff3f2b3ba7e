import { readFileSync } from "node:fs";

// Preloaded with --import: moves this process's clock by the milliseconds that the file CHAOS_CLOCK names holds at the time.

const file = process.env.CHAOS_CLOCK ?? "";
const everyMs = 100;
let shift = 0;

setInterval(() => {
  try {
    shift = Number(readFileSync(file, "utf8")) || 0;
  } catch {
    shift = 0;
  }
}, everyMs).unref();

const real = Date;
const now = () => real.now() + shift;

globalThis.Date = new Proxy(real, {
  apply: () => new real(now()).toString(),
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length > 0 ? args : [now()], newTarget),
  get: (target, property) => (property === "now" ? now : Reflect.get(target, property)),
});
