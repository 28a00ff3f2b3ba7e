import type { LanguageModel } from "#core/language-model.ts";
import type { Watcher } from "./watchers.ts";

export interface ModelState {
  status: "up" | "down" | "resting" | "not asked yet";
  latencyMs?: number;
}

/** How each model did when it was last asked; resting: its breaker lets nothing through. */
export function modelStates(models: readonly LanguageModel[]) {
  const states = new Map<string, ModelState>(models.map(({ id }) => [id, { status: "not asked yet" }]));
  const watcher: Watcher = {
    modelCalled: ({ model, outcome, responseTimeMs }) => {
      // Who leaves before the answer says nothing of the model.
      if (outcome === "cancelled") return;
      const status = outcome === "ok" ? "up" : outcome === "open" ? "resting" : "down";
      states.set(model, status === "resting" ? { status } : { status, latencyMs: responseTimeMs });
    },
  };
  return { watcher, states: () => Object.fromEntries(states) };
}
