import { seededRandom } from "#knowledge/scoring/evaluate/seeded-random.ts";
import { shuffled } from "../../shuffled.ts";
import { sampleAsks, sampleConversations, sampleFacts, sampleText } from "../retrieval/sets/sample-facts.ts";
import type { AnswerSource } from "./answer-source.ts";

const source = "sample";
const answerable = 50;

/** A salesperson's questions to the sample workspace: about what customers wrote, about strangers, and about what nobody mentioned. */
export function sampleCases(): AnswerSource {
  const facts = [...Map.groupBy(sampleFacts(), ({ question }) => question)];
  const told = sampleText().toLowerCase();
  const companies = [...new Set(sampleFacts().map(({ company }) => company))];
  return {
    name: source,
    articles: [],
    conversations: sampleConversations(),
    cases: [
      ...shuffled(facts, seededRandom(5))
        .slice(0, answerable)
        .map(([question, of]) => ({ source, question, gold: of.map(({ message }) => message) })),
      ...strangers
        .filter((name) => !told.includes((name.split(" ")[0] ?? name).toLowerCase()))
        .flatMap((name, index) => {
          const ask = sampleAsks[index % sampleAsks.length];
          return ask ? [{ source: "unknown companies", question: ask.question(name), gold: [] }] : [];
        }),
      ...unheard
        .filter((thing) => !told.includes(thing))
        .map((thing, index) => ({
          source: "unmentioned things",
          question: `What did ${companies[index % companies.length]} say about ${thing}?`,
          gold: [],
        })),
    ],
  };
}

const strangers = [
  "Vantablack Robotics",
  "Quetzal Airlines",
  "Zirconia Mining",
  "Obsidian Breweries",
  "Kowalczyk Shipping",
  "Tremblant Ski Resorts",
  "Xanthos Pharmaceuticals",
  "Yggdrasil Publishing",
  "Jakarta Motors",
  "Wolfram Steelworks",
  "Umbria Vineyards",
  "Isfahan Carpets",
  "Nakatomi Trading",
  "Bratislava Glass",
  "Cygnus Satellites",
  "Dravidian Textiles",
  "Ektara Music",
  "Fjordland Salmon",
];

const unheard = [
  "cryptocurrency",
  "drone deliveries",
  "their tennis court",
  "blockchain",
  "a lawsuit",
  "virtual reality headsets",
  "solar panels",
  "the electric lorries",
  "a merger with a rival",
  "their hydrogen plant",
  "kubernetes",
  "the warehouse robots",
  "a pension scheme",
  "their satellite office in Peru",
  "penicillin",
  "the swimming pool",
];
