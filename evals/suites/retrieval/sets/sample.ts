import { seededRandom } from "#knowledge/scoring/evaluate/seeded-random.ts";
import { shuffled } from "../../../shuffled.ts";
import type { RetrievalSet } from "../retrieval-set.ts";
import { sampleConversations, sampleFacts } from "./sample-facts.ts";

const questions = 120;

/** The made-up agency's conversations, and questions about its customers; needs no data from elsewhere. */
export function sampleSet(): RetrievalSet {
  const facts = Map.groupBy(sampleFacts(), ({ question }) => question);
  const queries = [...facts].map(([question, of]) => ({
    id: question,
    text: question,
    relevant: new Map(of.map(({ message }) => [message, 1])),
  }));
  return {
    name: "sample",
    about: "a salesperson's questions about customers against the sample workspace's messages",
    articles: [],
    conversations: sampleConversations(),
    queries: shuffled(queries, seededRandom(1)).slice(0, questions),
    k: 10,
  };
}
