import { chatAsk, inSchema } from "../chat-ask.ts";
import { withSchemaInWords } from "../prompt.ts";
import { ollamaEmbed } from "./ollama-embeddings.ts";
import type { Provider } from "./provider.ts";

/** Models on one's own machine, through Ollama. Needs no credential. */
export const ollama: Provider = {
  credential: "OLLAMA_BASE_URL",
  problems: () => [],
  secrets: () => [],
  ask: (model, { ollama: { baseUrl } }) => {
    const ask = chatAsk(async (request) => {
      const { ChatOllama } = await import("@langchain/ollama");
      // The client heeds a signal only between chunks, so a server that never begins would keep its connection.
      const abortable: typeof fetch = (url, init) =>
        fetch(url, {
          ...init,
          signal: init?.signal ? AbortSignal.any([request.signal, init.signal]) : request.signal,
        });
      const chat = new ChatOllama({ model, baseUrl, fetch: abortable, maxRetries: 0 });
      return inSchema(chat, request);
    });
    return (request) => ask({ ...request, turns: withSchemaInWords(request.turns, request.schema) });
  },
  embed: ollamaEmbed,
};
