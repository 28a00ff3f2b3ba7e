import type { Config } from "#core/config.ts";
import { googleAsk } from "./google-chat.ts";
import { vertexEmbed } from "./google-embeddings.ts";
import type { GoogleEndpoint } from "./google-endpoint.ts";
import type { Provider } from "./provider.ts";
import { readServiceAccount } from "./service-account.ts";
import { accessTokens } from "./service-account-token.ts";

/** Gemini through Vertex AI, with a service account's key file. */
export const vertex: Provider = {
  credential: "GOOGLE_APPLICATION_CREDENTIALS",
  problems: (config) => {
    const read = readServiceAccount(config.vertex.credentialsFile);
    if ("problem" in read) return [read.problem];
    return config.vertex.project || read.account.projectId ? [] : ["GOOGLE_CLOUD_PROJECT is not set."];
  },
  secrets: () => [],
  ask: (model, config) => googleAsk(model, endpointOf(config)),
  embed: (model, config) => vertexEmbed(model, endpointOf(config)),
};

function endpointOf({
  vertex: { credentialsFile, project, location, baseUrl },
  modelTimeoutMs,
}: Config): GoogleEndpoint {
  const read = readServiceAccount(credentialsFile);
  const token = "account" in read ? accessTokens(read.account, modelTimeoutMs) : undefined;
  return {
    platform: "gcp",
    baseUrl: baseUrl ?? `https://${hostOf(location)}`,
    project: project ?? ("account" in read ? read.account.projectId : undefined),
    location,
    authorize: async () => ({ authorization: `Bearer ${await token?.()}` }),
  };
}

/** Regions (`europe-west4`), multi-regions (`eu`) and `global` have hosts of different forms. */
function hostOf(location: string): string {
  if (location === "global") return "aiplatform.googleapis.com";
  return location.includes("-")
    ? `${location}-aiplatform.googleapis.com`
    : `aiplatform.${location}.rep.googleapis.com`;
}
