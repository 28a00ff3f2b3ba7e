import { seededRandom } from "#knowledge/scoring/evaluate/seeded-random.ts";
import { shuffled } from "../../shuffled.ts";
import { articleOf, type Snippet, snippets } from "../retrieval/sets/dstc10.ts";
import type { AnswerSource } from "./answer-source.ts";

const source = "places";
const answerable = 60;
const unanswerable = 70;
/** One place in so many is left out of what is indexed. */
const heldOut = 5;

/**
 * Questions that guests ask about places (dstc10): a fifth of the places is left out of the index, and a question about one of those has no
 * answer, however well others have answered it. @throws AppError when the data is absent
 */
export function placeCases(): AnswerSource {
  const random = seededRandom(3);
  const all = snippets().filter((snippet) => snippet.place !== null);
  const places = shuffled([...new Set(all.map(placeOf))], random);
  const left = new Set(places.filter((_, index) => index % heldOut === 0));
  const indexed = all.filter((snippet) => !left.has(placeOf(snippet)));
  const absent = all.filter((snippet) => left.has(placeOf(snippet)));
  return {
    name: source,
    articles: indexed.map(articleOf),
    conversations: [],
    cases: [
      ...shuffled(indexed, random)
        .slice(0, answerable)
        .map((snippet) => ({ source, question: questionOf(snippet), gold: sameAnswer(indexed, snippet) })),
      ...shuffled(absent, random)
        .slice(0, unanswerable)
        .map((snippet) => ({ source: "places left out", question: questionOf(snippet), gold: [] })),
    ],
  };
}

/** Snippets of the place that say the same in answer to the same. */
function sameAnswer(all: readonly Snippet[], { place, title, body, id }: Snippet): string[] {
  const same = all.filter((other) => other.place === place && (other.body === body || other.title === title));
  return [id, ...same.map((other) => other.id)];
}

function placeOf({ place }: Snippet): string {
  return (place ?? "").toLowerCase();
}

/** With the place's name, where the snippet's own title leaves it out. */
function questionOf({ place, title }: Snippet): string {
  if (title.toLowerCase().includes((place ?? "").toLowerCase())) return title;
  return `${place}: ${title}`;
}
