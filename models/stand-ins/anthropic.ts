import type { Reply } from "./http-server.ts";
import type { Dialect } from "./model-script.ts";

/** Anthropic's `/v1/messages`, the key in `x-api-key`. */
export function anthropicDialect(apiKey: string): Dialect {
  return (script) => {
    let asked = 0;
    return ({ path, headers, body }) => {
      if (headers["x-api-key"] !== apiKey) return failure(401, `invalid x-api-key ${headers["x-api-key"]}`);
      if (path !== "/v1/messages" || !headers["anthropic-version"])
        return failure(404, `no such path ${path}`);
      const step = script(asked++, body);
      if (step === "hang") return step;
      return "status" in step ? failure(step.status, step.message ?? "scripted failure") : message(step.text);
    };
  };
}

function message(text: string): Reply {
  return {
    json: {
      id: "msg_1",
      type: "message",
      role: "assistant",
      model: "stand-in",
      content: text ? [{ type: "text", text }] : [],
      stop_reason: "end_turn",
      stop_sequence: null,
      usage: { input_tokens: 10, output_tokens: 5 },
    },
  };
}

function failure(status: number, text: string): Reply {
  return { status, json: { type: "error", error: { type: "scripted", message: text } } };
}
