import type { Config } from "#core/config.ts";
import { googleAsk } from "./google-chat.ts";
import { studioEmbed } from "./google-embeddings.ts";
import type { GoogleEndpoint } from "./google-endpoint.ts";
import type { Provider } from "./provider.ts";

/** Gemini through Google AI Studio, with an API key. */
export const google: Provider = {
  credential: "GOOGLE_API_KEY",
  problems: ({ google: { apiKey } }) => (apiKey ? [] : ["GOOGLE_API_KEY is not set."]),
  secrets: ({ google: { apiKey } }) => (apiKey ? [apiKey] : []),
  ask: (model, config) => googleAsk(model, endpointOf(config)),
  embed: (model, config) => studioEmbed(model, endpointOf(config)),
};

function endpointOf({ google: { apiKey, baseUrl } }: Config): GoogleEndpoint {
  return {
    platform: "gai",
    baseUrl: baseUrl ?? "https://generativelanguage.googleapis.com",
    authorize: async () => ({ "x-goog-api-key": apiKey ?? "" }),
  };
}
