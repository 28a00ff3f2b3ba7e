import type { AskRequest } from "../ask.ts";
import { chatAsk } from "../chat-ask.ts";
import { withSchemaInWords } from "../prompt.ts";
import { openaiEmbed } from "./openai-embeddings.ts";
import { strictSchema } from "./openai-schema.ts";
import type { Provider } from "./provider.ts";

/** OpenAI, or any server that speaks its chat completions: vLLM, LM Studio, OpenRouter, a gateway. */
export const openai: Provider = {
  credential: "OPENAI_API_KEY",
  problems: ({ openai: { apiKey, baseUrl } }) =>
    apiKey || baseUrl
      ? []
      : ["OPENAI_API_KEY is not set (or OPENAI_BASE_URL, for a server that needs no key)."],
  secrets: ({ openai: { apiKey } }) => (apiKey ? [apiKey] : []),
  ask: (model, { openai: { apiKey, baseUrl } }) => {
    const ask = chatAsk(async (request) => {
      const { ChatOpenAI } = await import("@langchain/openai");
      const chat = new ChatOpenAI({
        model,
        apiKey: apiKey ?? "none",
        maxRetries: 0,
        useResponsesApi: false,
        // Always said, so that no other variable of the environment can lead the texts elsewhere.
        configuration: { baseURL: baseUrl ?? "https://api.openai.com/v1" },
      });
      return chat.withConfig({ response_format: responseFormat(request) });
    });
    if (!baseUrl) return ask;
    return (request) => ask({ ...request, turns: withSchemaInWords(request.turns, request.schema) });
  },
  embed: openaiEmbed,
};

/** The client parses the answer before we see it and throws where it is not bare JSON; `$parseRaw` leaves that to us. */
function responseFormat({ schema, schemaName }: AskRequest) {
  return {
    type: "json_schema" as const,
    json_schema: { name: schemaName, ...strictSchema(schema) },
    $parseRaw: (text: string) => text,
  };
}
