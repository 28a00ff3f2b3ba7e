import { createHash } from "node:crypto";
import { fakeVector } from "./fake-vector.ts";
import type { Exchange, Reply } from "./http-server.ts";
import type { Dialect, ModelScript } from "./model-script.ts";

/** Gemini behind AI Studio: `/v1beta/models/…`, the key in a header. */
export function studioDialect(apiKey: string): Dialect {
  return geminiDialect({
    path: /^\/v1beta\/models\/[\w.-]+:(\w+)$/,
    admit: ({ headers }) => headers["x-goog-api-key"] === apiKey && !headers.authorization,
  });
}

/** Gemini behind Vertex AI: `/v1/projects/…`, a bearer token. */
export function vertexDialect(options: { project: string; location: string; token: () => string }): Dialect {
  const { project, location, token } = options;
  return geminiDialect({
    path: new RegExp(
      `^/v1/projects/${project}/locations/${location}/publishers/google/models/[\\w.-]+:(\\w+)$`,
    ),
    admit: ({ headers }) => headers.authorization === `Bearer ${token()}` && !headers["x-goog-api-key"],
  });
}

function geminiDialect(door: { path: RegExp; admit: (exchange: Exchange) => boolean }): Dialect {
  return (script) => {
    let asked = 0;
    return (exchange) => {
      const verb = door.path.exec(exchange.path)?.[1];
      if (!verb || exchange.method !== "POST") return failure(404, `no such path ${exchange.path}`);
      if (!door.admit(exchange)) return failure(401, "Request had invalid authentication credentials.");
      if (verb === "generateContent") return generate(script, asked++, exchange.body);
      return embed(verb, exchange.body);
    };
  };
}

function generate(script: ModelScript, n: number, body: unknown): Reply {
  const step = script(n, body);
  if (step === "hang") return step;
  if ("status" in step) return failure(step.status, step.message ?? "scripted failure");
  return {
    json: {
      candidates: [
        { content: { role: "model", parts: [{ text: step.text }] }, finishReason: "STOP", index: 0 },
      ],
      usageMetadata: { promptTokenCount: 10, candidatesTokenCount: 5, totalTokenCount: 15 },
      modelVersion: "stand-in",
      responseId: createHash("sha1").update(step.text).digest("hex"),
    },
  };
}

interface StudioEmbedding {
  content: { parts: { text: string }[] };
  taskType: string;
  outputDimensionality: number;
}

interface VertexEmbedding {
  instances: { content: string; task_type: string }[];
  parameters: { outputDimensionality: number };
}

function embed(verb: string, body: unknown): Reply {
  if (verb === "batchEmbedContents") {
    const { requests } = body as { requests: StudioEmbedding[] };
    if (requests.length > 100) return failure(400, "at most 100 requests can be in one batch");
    const vectors = requests.map(({ content, taskType, outputDimensionality }) =>
      fakeVector(`${taskType} ${content.parts[0]?.text}`, outputDimensionality),
    );
    return { json: { embeddings: vectors.map((values) => ({ values })) } };
  }
  if (verb !== "predict") return failure(404, `no such method ${verb}`);
  const { instances, parameters } = body as VertexEmbedding;
  if (instances.length > 1) return failure(400, "1 instance(s) is allowed per prediction");
  const vectors = instances.map(({ content, task_type }) =>
    fakeVector(`${task_type} ${content}`, parameters.outputDimensionality),
  );
  return { json: { predictions: vectors.map((values) => ({ embeddings: { values } })) } };
}

function failure(code: number, message: string): Reply {
  return { status: code, json: { error: { code, message, status: "SCRIPTED" } } };
}
