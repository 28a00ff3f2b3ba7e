import { expect, test } from "vitest";
import { localEmbedder } from "./local-embedder.ts";

const embedder = localEmbedder();

const similarity = async (a: string, b: string) => {
  const [one, other] = await embedder.embed([a, b], "document");
  return one?.reduce((sum, value, at) => sum + value * (other?.[at] ?? 0), 0) ?? Number.NaN;
};

test("names itself and its length", () => {
  expect(embedder).toMatchObject({ id: "local:hashed@384", dimensions: 384 });
  expect(localEmbedder(512).id).toBe("local:hashed@512");
});

test.each([
  ["words", "The customer asked for a discount on the annual plan."],
  ["nothing", ""],
  ["stop words only", "and the of"],
  ["signs", "👍 !!! …"],
  ["another script", "価格はいくらですか"],
])("gives %s a vector of unit length, always the same", async (_, text) => {
  const [first] = await embedder.embed([text], "document");
  const [again] = await localEmbedder().embed([text], "query");
  expect(first).toHaveLength(384);
  expect(Math.hypot(...(first ?? []))).toBeCloseTo(1, 5);
  expect(again).toEqual(first);
});

test.each([
  ["inflected", "pricing for enterprises", "the enterprise price", "our holiday in the mountains"],
  ["misspelt", "Kubernetes integration", "kubernets integraton", "invoice payment terms"],
  ["compound", "Preisverhandlungen", "Preisverhandlung im Mai", "Terminabsage wegen Krankheit"],
  ["ordered", "renewal of contract", "contract renewal", "contract lawyers disagree"],
])("brings %s words nearer than strangers", async (_, text, like, unlike) => {
  expect(await similarity(text, like)).toBeGreaterThan((await similarity(text, unlike)) + 0.1);
});

test("unrelated texts are about square to each other", async () => {
  expect(
    Math.abs(await similarity("quarterly budget review", "Wir fliegen morgen nach Lissabon")),
  ).toBeLessThan(0.2);
});

test("stops when the caller leaves", async () => {
  await expect(embedder.embed(["x"], "query", AbortSignal.abort())).rejects.toThrow("aborted");
});
