import { fakeVector } from "./fake-vector.ts";
import type { Reply } from "./http-server.ts";
import type { Dialect } from "./model-script.ts";

/** OpenAI's `/v1/chat/completions` and `/v1/embeddings`, the key as a bearer token. */
export function openaiDialect(apiKey: string): Dialect {
  return (script) => {
    let asked = 0;
    return ({ path, headers, body }) => {
      if (headers.authorization !== `Bearer ${apiKey}`)
        return failure(401, `Incorrect API key: ${headers.authorization}`);
      if (path === "/v1/embeddings") return embeddings(body);
      if (path !== "/v1/chat/completions") return failure(404, `no such path ${path}`);
      const step = script(asked++, body);
      if (step === "hang") return step;
      return "status" in step
        ? failure(step.status, step.message ?? "scripted failure")
        : completion(step.text);
    };
  };
}

function completion(content: string): Reply {
  const message = { role: "assistant", content, refusal: null };
  return {
    json: {
      id: "chatcmpl-1",
      object: "chat.completion",
      created: 1_700_000_000,
      model: "stand-in",
      choices: [{ index: 0, message, logprobs: null, finish_reason: "stop" }],
      usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
    },
  };
}

function embeddings(body: unknown): Reply {
  const { input, dimensions } = body as { input: string[]; dimensions: number };
  const data = input.map((text, index) => ({
    object: "embedding",
    index,
    embedding: fakeVector(text, dimensions),
  }));
  return { json: { object: "list", data: data.reverse() } };
}

function failure(status: number, message: string): Reply {
  return { status, json: { error: { message, type: "scripted", param: null, code: null } } };
}
