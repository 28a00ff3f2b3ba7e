import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { AIMessage, BaseMessage } from "@langchain/core/messages";
import type { Ask, AskRequest } from "./ask.ts";

/** A LangChain client that has been told the answer's schema. */
export interface Chat {
  invoke(turns: [string, string][], options: { signal: AbortSignal }): Promise<BaseMessage>;
}

/**
 * Makes an Ask of a LangChain client. One is made for each request, so that a client which heeds no signal can be given
 * a `fetch` that does; it holds no connection of its own.
 */
export function chatAsk(open: (request: AskRequest) => Promise<Chat>): Ask {
  return async (request) => {
    const chat = await open(request);
    const turns = request.turns.map(([role, text]): [string, string] => [role, text]);
    const message = (await chat.invoke(turns, { signal: request.signal })) as AIMessage;
    const usage = message.usage_metadata;
    if (usage) request.onTokens?.({ prompt: usage.input_tokens, response: usage.output_tokens });
    return message.text;
  };
}

/** Tells a client the schema by its own structured output, of which only the message as it came is used. */
export function inSchema(chat: BaseChatModel, { schema, schemaName }: AskRequest): Chat {
  const structured = chat.withStructuredOutput(schema, {
    name: schemaName,
    method: "jsonSchema",
    includeRaw: true,
  });
  return { invoke: async (turns, options) => (await structured.invoke(turns, options)).raw };
}
