import { z } from "zod";
import type { EmbeddingTask } from "#core/embedder.ts";
import type { EmbedBatch } from "../embeddings/embed-batch.ts";
import { readJsonAnswer } from "../embeddings/read-json-answer.ts";
import { type GoogleEndpoint, postToGoogle } from "./google-endpoint.ts";

const taskTypes: Record<EmbeddingTask, string> = { document: "RETRIEVAL_DOCUMENT", query: "RETRIEVAL_QUERY" };

const studioAnswer = z.object({ embeddings: z.array(z.object({ values: z.array(z.number()) })) });

const vertexAnswer = z.object({
  predictions: z.array(z.object({ embeddings: z.object({ values: z.array(z.number()) }) })),
});

/** Embeds through AI Studio's `batchEmbedContents`: at most 100 texts a request. */
export function studioEmbed(model: string, endpoint: GoogleEndpoint): EmbedBatch {
  return {
    maxTexts: 100,
    maxCharacters: 200_000,
    send: async ({ texts, task, dimensions, signal }) => {
      const requests = texts.map((text) => ({
        model: `models/${model}`,
        content: { parts: [{ text }] },
        taskType: taskTypes[task],
        outputDimensionality: dimensions,
      }));
      const path = `/v1beta/models/${model}:batchEmbedContents`;
      const response = await postToGoogle(endpoint, { path, body: JSON.stringify({ requests }), signal });
      return studioAnswer.parse(await readJsonAnswer(response)).embeddings.map(({ values }) => values);
    },
  };
}

/**
 * Embeds through Vertex AI's `:predict`: one text a request for Gemini's models; 250 texts and 20,000 tokens for the
 * older ones, counted as 2 characters a token to be safe in any script.
 */
export function vertexEmbed(model: string, endpoint: GoogleEndpoint): EmbedBatch {
  const { project, location } = endpoint;
  return {
    maxTexts: model.startsWith("gemini-") ? 1 : 250,
    maxCharacters: 40_000,
    send: async ({ texts, task, dimensions, signal }) => {
      const instances = texts.map((content) => ({ content, task_type: taskTypes[task] }));
      const body = JSON.stringify({
        instances,
        parameters: { outputDimensionality: dimensions, autoTruncate: true },
      });
      const path = `/v1/projects/${project}/locations/${location}/publishers/google/models/${model}:predict`;
      const response = await postToGoogle(endpoint, { path, body, signal });
      return vertexAnswer
        .parse(await readJsonAnswer(response))
        .predictions.map(({ embeddings }) => embeddings.values);
    },
  };
}
