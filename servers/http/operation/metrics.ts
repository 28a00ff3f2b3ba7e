import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { ModelCall } from "#core/model-call.ts";
import type { FinishedRequest } from "./finished-request.ts";

export type ServiceMetrics = ReturnType<typeof serviceMetrics>;

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30];

/** Counts requests, tool runs and model calls for Prometheus. No label holds a tenant, a user, an id or a path. */
export function serviceMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Counter({
    name: "rapport_requests_total",
    help: "Requests over HTTP by operation and status.",
    labelNames: ["operation", "status"],
    registers,
  });
  const durations = new Histogram({
    name: "rapport_request_duration_seconds",
    help: "Seconds from a request's arrival to the end of its answer.",
    labelNames: ["operation"],
    buckets: seconds,
    registers,
  });
  const tools = new Histogram({
    name: "rapport_tool_duration_seconds",
    help: "Seconds that tools ran, by tool and outcome.",
    labelNames: ["tool", "outcome"],
    buckets: seconds,
    registers,
  });
  const calls = new Histogram({
    name: "rapport_model_call_duration_seconds",
    help: "Seconds that language models took, by model and outcome.",
    labelNames: ["model", "outcome"],
    buckets: seconds,
    registers,
  });
  const tokens = new Counter({
    name: "rapport_model_tokens_total",
    help: "Tokens of language models, by model and direction.",
    labelNames: ["model", "direction"],
    registers,
  });
  const cost = new Counter({
    name: "rapport_model_cost_usd_total",
    help: "What language models cost, by the price table.",
    labelNames: ["model"],
    registers,
  });
  return {
    registry,
    requestFinished: ({ operation, status, ms }: FinishedRequest) => {
      requests.inc({ operation, status: String(status) });
      durations.observe({ operation }, ms / 1_000);
    },
    toolRan: ({ tool, outcome, ms }: { tool: string; outcome: string; ms: number }) =>
      tools.observe({ tool, outcome }, ms / 1_000),
    modelCalled: (call: ModelCall) => {
      const { model, outcome } = call;
      calls.observe({ model, outcome }, call.responseTimeMs / 1_000);
      tokens.inc({ model, direction: "prompt" }, call.promptTokens);
      tokens.inc({ model, direction: "response" }, call.responseTokens);
      cost.inc({ model }, call.costMicroUsd / 1e6);
    },
  };
}
