import type { Ask } from "../ask.ts";
import { chatAsk, inSchema } from "../chat-ask.ts";
import { type GoogleEndpoint, postToGoogle } from "./google-endpoint.ts";

/** Asks Gemini through `@langchain/google`, whose requests go out over our own endpoint. */
export function googleAsk(model: string, endpoint: GoogleEndpoint): Ask {
  return chatAsk(async (request) => {
    const { ChatGoogle } = await import("@langchain/google");
    const chat = new ChatGoogle({
      model,
      platformType: endpoint.platform,
      location: endpoint.location,
      // Replaced below; said here so that no variable of the environment can lead the texts elsewhere.
      endpoint: new URL(endpoint.baseUrl).host,
      apiClient: apiClient(endpoint, request.signal),
      maxRetries: 0,
    });
    return inSchema(chat, request);
  });
}

/** The seam that the package offers: it builds the request, we say where it goes and with which credential. */
function apiClient(endpoint: GoogleEndpoint, signal: AbortSignal) {
  return {
    hasApiKey: () => endpoint.platform === "gai",
    getProjectId: async () => endpoint.project ?? "",
    fetch: async (request: Request) => {
      const { pathname, search } = new URL(request.url);
      return postToGoogle(endpoint, { path: pathname + search, body: await request.text(), signal });
    },
  };
}
