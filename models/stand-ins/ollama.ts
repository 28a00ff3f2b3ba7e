import { fakeVector } from "./fake-vector.ts";
import type { Reply } from "./http-server.ts";
import type { Dialect } from "./model-script.ts";

/** Ollama's `/api/chat`, which streams lines of JSON, and `/api/embed`; no credential. */
export function ollamaDialect(): Dialect {
  return (script) => {
    let asked = 0;
    return ({ path, body }) => {
      if (path === "/api/embed") return embed(body);
      if (path !== "/api/chat") return failure(404, `no such path ${path}`);
      const step = script(asked++, body);
      if (step === "hang") return step;
      return "status" in step ? failure(step.status, step.message ?? "scripted failure") : chat(step.text);
    };
  };
}

function chat(text: string): Reply {
  const half = Math.ceil(text.length / 2);
  const line = (content: string, done: boolean) =>
    JSON.stringify({
      model: "stand-in",
      created_at: "2026-01-01T00:00:00Z",
      message: { role: "assistant", content },
      done,
      ...(done ? { done_reason: "stop", prompt_eval_count: 10, eval_count: 5 } : {}),
    });
  const lines = [line(text.slice(0, half), false), line(text.slice(half), false), line("", true)];
  return { text: `${lines.join("\n")}\n`, type: "application/x-ndjson" };
}

function embed(body: unknown): Reply {
  const { input, dimensions } = body as { input: string[]; dimensions: number };
  return { json: { model: "stand-in", embeddings: input.map((text) => fakeVector(text, dimensions)) } };
}

function failure(status: number, error: string): Reply {
  return { status, json: { error } };
}
