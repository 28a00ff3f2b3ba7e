import { outcomeOf } from "./failure.ts";
import { parseModelId } from "./model-id.ts";

/** Providers as OpenTelemetry's conventions for generative AI name them, where it differs. */
const providerNames: Readonly<Record<string, string>> = { google: "gcp.gemini", vertex: "gcp.vertex_ai" };

/** The span of one call of a model, by OpenTelemetry's conventions for generative AI; without prompts and answers. */
export function chatSpan(id: string) {
  const { provider = id, model = id } = parseModelId(id) ?? {};
  return {
    kind: "client" as const,
    attributes: {
      "gen_ai.operation.name": "chat",
      "gen_ai.provider.name": providerNames[provider] ?? provider,
      "gen_ai.request.model": model,
    },
    errorTypeOf: outcomeOf,
  };
}
