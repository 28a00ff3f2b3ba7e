import { z } from "zod";
import type { Config } from "#core/config.ts";
import type { EmbedBatch } from "../embeddings/embed-batch.ts";
import { readJsonAnswer } from "../embeddings/read-json-answer.ts";

const answer = z.object({ embeddings: z.array(z.array(z.number())) });

/** Embeds through Ollama's `/api/embed`, which knows no task types. */
export function ollamaEmbed(model: string, { ollama: { baseUrl } }: Config): EmbedBatch {
  const url = `${baseUrl.replace(/\/+$/, "")}/api/embed`;
  return {
    maxTexts: 64,
    maxCharacters: 200_000,
    send: async ({ texts, dimensions, signal }) => {
      const body = JSON.stringify({ model, input: texts, dimensions });
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
        signal,
      });
      return answer.parse(await readJsonAnswer(response)).embeddings;
    },
  };
}
