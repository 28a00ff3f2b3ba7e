import { z } from "zod";
import type { Config } from "#core/config.ts";
import type { EmbedBatch } from "../embeddings/embed-batch.ts";
import { readJsonAnswer } from "../embeddings/read-json-answer.ts";

const answer = z.object({ data: z.array(z.object({ index: z.number(), embedding: z.array(z.number()) })) });

/** Embeds through `/embeddings` of OpenAI or a compatible server, which knows no task types. */
export function openaiEmbed(model: string, { openai: { apiKey, baseUrl } }: Config): EmbedBatch {
  const url = `${(baseUrl ?? "https://api.openai.com/v1").replace(/\/+$/, "")}/embeddings`;
  return {
    maxTexts: 256,
    maxCharacters: 200_000,
    send: async ({ texts, dimensions, signal }) => {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${apiKey ?? "none"}` },
        body: JSON.stringify({ model, input: texts, dimensions }),
        signal,
      });
      const { data } = answer.parse(await readJsonAnswer(response));
      return data.sort((a, b) => a.index - b.index).map(({ embedding }) => embedding);
    },
  };
}
