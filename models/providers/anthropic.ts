import { chatAsk, inSchema } from "../chat-ask.ts";
import type { Provider } from "./provider.ts";

/** Anthropic's messages API; models since Claude 4.5, which answer in a schema of their own accord. */
export const anthropic: Provider = {
  credential: "ANTHROPIC_API_KEY",
  problems: ({ anthropic: { apiKey } }) => (apiKey ? [] : ["ANTHROPIC_API_KEY is not set."]),
  secrets: ({ anthropic: { apiKey } }) => (apiKey ? [apiKey] : []),
  ask: (model, { anthropic: { apiKey, baseUrl } }) =>
    chatAsk(async (request) => {
      const { ChatAnthropic } = await import("@langchain/anthropic");
      const chat = new ChatAnthropic({
        model,
        apiKey,
        maxRetries: 0,
        maxTokens: 4_096,
        anthropicApiUrl: baseUrl ?? "https://api.anthropic.com",
      });
      return inSchema(chat, request);
    }),
};
