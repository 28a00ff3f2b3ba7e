import { Gauge, type Registry } from "prom-client";
import { log } from "#core/log.ts";

/** A number of the whole service at one moment. */
export interface Measurement {
  name: string;
  labels: Readonly<Record<string, string>>;
  value: number;
}

export interface GaugeSources {
  /** Reads the database: asked at most every five minutes, in the background. */
  measure(): Promise<Measurement[]>;
  /** How each model is doing, by its id. */
  modelStates(): Promise<Record<string, { status: string }>>;
}

const refreshMs = 300_000;

const gauges: Readonly<Record<string, [help: string, label?: string]>> = {
  contacts: ["Contacts by status: the conversion funnel.", "status"],
  leads_ended: ["Leads that ended in the last 30 days, by result.", "result"],
  emails_last_hour: ["Emails logged in the last hour."],
  ev_accuracy: [
    "Share of leads ended in the last 30 days whose last score was on the right side of one half.",
  ],
  ev_brier: ["Mean squared error of the last scores of leads that ended in the last 30 days; 0 is perfect."],
  budget_used: ["Largest share of a workspace's model budget of the day that is used."],
  events_waiting: ["Events that no worker has taken yet."],
  oldest_event_seconds: ["Age of the oldest event that no worker has taken yet."],
  jobs: ["Background jobs by state.", "state"],
};

/** Adds what is measured of the whole service, all workspaces together, to a registry. */
export function serviceGauges(registry: Registry, { measure, modelStates }: GaugeSources): void {
  const registers = [registry];
  const byName = new Map<string, Gauge>();
  const refresh = remeasured(async () => {
    const measured = await measure();
    for (const gauge of byName.values()) gauge.reset();
    for (const { name, labels, value } of measured) byName.get(name)?.set({ ...labels }, value);
  });
  for (const [name, [help, label]] of Object.entries(gauges)) {
    const labelNames = label ? [label] : [];
    byName.set(
      name,
      new Gauge({ name: `rapport_${name}`, help, labelNames, registers, collect: () => refresh() }),
    );
  }
  new Gauge({
    name: "rapport_model_up",
    help: "1: the model answered when it was last asked; 0.5: it is left alone for a while; 0: it failed.",
    labelNames: ["model"],
    registers,
    collect: async function collect() {
      const states = Object.entries(await modelStates());
      this.reset();
      for (const [model, { status }] of states) {
        // Models are named provider:model; what else the service rests on is not.
        if (model.includes(":") && status !== "not asked yet") this.set({ model }, levels[status] ?? 0);
      }
    },
  });
}

/** Measures when it is first asked and when the last time is long past; all who ask meanwhile wait for the same. */
function remeasured(measure: () => Promise<void>): () => Promise<void> {
  let measuredAt = -Infinity;
  let measuring: Promise<void> = Promise.resolve();
  return () => {
    if (performance.now() - measuredAt >= refreshMs) {
      measuredAt = performance.now();
      measuring = measure().catch((error: unknown) =>
        log.warn({ err: error }, "the service could not be measured"),
      );
    }
    return measuring;
  };
}

const levels: Readonly<Record<string, number>> = { up: 1, resting: 0.5, down: 0 };
