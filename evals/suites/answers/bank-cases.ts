import { seededRandom } from "#knowledge/scoring/evaluate/seeded-random.ts";
import { shuffled } from "../../shuffled.ts";
import { tau2Articles } from "../retrieval/sets/tau2.ts";
import type { AnswerSource } from "./answer-source.ts";

const source = "bank";
const answerable = 40;

/** A bank's help articles, asked for by their titles, and things that no bank's help tells. @throws AppError when the data is absent */
export function bankCases(): AnswerSource {
  const articles = tau2Articles();
  const titles = Map.groupBy(articles, ({ title }) => subjectOf(title ?? ""));
  const asked = shuffled([...titles], seededRandom(4)).slice(0, answerable);
  const everything = articles.map(({ title, text }) => `${title} ${text}`).join("\n");
  return {
    name: source,
    articles,
    conversations: [],
    cases: [
      ...asked.map(([subject, of]) => ({
        source,
        question: subject.endsWith("?") ? subject : `What do we know about ${subject}?`,
        gold: of.map(({ id }) => id),
      })),
      ...offTopic
        .filter(({ key }) => !new RegExp(key, "i").test(everything))
        .map(({ question }) => ({ source: "off topic", question, gold: [] })),
    ],
  };
}

function subjectOf(title: string): string {
  return title.replace(/^(Internal|FAQ):\s*/, "").trim();
}

/** Questions with the word without which they cannot be answered: it must occur nowhere. */
const offTopic: readonly { key: string; question: string }[] = [
  { key: "Mongolia", question: "What is the capital of Mongolia?" },
  { key: "sourdough", question: "How do I bake sourdough bread at home?" },
  { key: "World Cup", question: "Who won the football World Cup in 1998?" },
  { key: "photosynthesis", question: "How does photosynthesis work in plants?" },
  { key: "Shakespeare", question: "Which plays did Shakespeare write about Rome?" },
  { key: "Jupiter", question: "How many moons does Jupiter have?" },
  { key: "vaccin", question: "Which vaccines do I need for a trip to Kenya?" },
  { key: "guitar", question: "How do I tune a twelve-string guitar?" },
  { key: "Everest", question: "How high is Mount Everest?" },
  { key: "penguin", question: "What do penguins eat in winter?" },
  { key: "mortgage broker", question: "Which mortgage broker in Lisbon speaks Finnish?" },
  { key: "yacht", question: "What interest do we charge on a yacht loan?" },
  { key: "helicopter", question: "Does the card insure helicopter flights?" },
  { key: "kindergarten", question: "Is there a kindergarten for employees' children?" },
  { key: "olive oil", question: "What does a litre of olive oil cost?" },
  { key: "chess", question: "Which opening in chess begins with the king's pawn?" },
  { key: "sauna", question: "Is the sauna of the hotel open on Sundays?" },
  { key: "dishwasher", question: "How do I repair a leaking dishwasher?" },
  { key: "violin", question: "Who built the most famous violins?" },
  { key: "volcano", question: "Which volcano erupted last in Iceland?" },
];
