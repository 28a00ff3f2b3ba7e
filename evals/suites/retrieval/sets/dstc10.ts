import { readText, textDatasets } from "../../../text-datasets.ts";
import type { RetrievalSet, SetArticle } from "../retrieval-set.ts";

const { dstc10 } = textDatasets;

/** A question and answer about a place, or about a whole domain where the place is null. */
export interface Snippet {
  id: string;
  domain: string;
  place: string | null;
  title: string;
  body: string;
}

type Knowledge = Record<
  string,
  Record<string, { name: string | null; docs: Record<string, { title: string; body: string }> }>
>;

interface Label {
  target: boolean;
  knowledge?: { domain: string; entity_id: number | string; doc_id: number | string }[];
}

/** Snippets about places, and callers' questions as a speech recogniser heard them. @throws AppError when the data is absent */
export function dstc10Set(): RetrievalSet {
  const labels: Label[] = JSON.parse(readText(dstc10, "labels_dev.json"));
  const logs: { text: string }[][] = JSON.parse(readText(dstc10, "logs_dev.json"));
  return {
    name: "dstc10",
    about: "callers' questions, as speech recognition heard them, against 12,039 snippets about places",
    articles: snippets().map(articleOf),
    conversations: [],
    queries: labels.flatMap(({ target, knowledge = [] }, index) => {
      const turns = (logs[index] ?? []).map(({ text }) => text);
      const last = turns.at(-1);
      if (!target || last === undefined) return [];
      const ids = knowledge.map(({ domain, entity_id, doc_id }) => idOf(domain, entity_id, doc_id));
      return [
        {
          id: String(index),
          text: last,
          history: turns.slice(0, -1),
          relevant: new Map(ids.map((id) => [id, 1])),
        },
      ];
    }),
    k: 5,
  };
}

/** All snippets of the collection. @throws AppError when the data is absent */
export function snippets(): Snippet[] {
  const knowledge: Knowledge = JSON.parse(readText(dstc10, "knowledge.json"));
  return Object.entries(knowledge).flatMap(([domain, entities]) =>
    Object.entries(entities).flatMap(([entity, { name, docs }]) =>
      Object.entries(docs).map(([document, { title, body }]) => ({
        id: idOf(domain, entity, document),
        domain,
        place: name,
        title,
        body,
      })),
    ),
  );
}

/** A snippet as an article that carries its place's name as its title. */
export function articleOf({ id, domain, place, title, body }: Snippet): SetArticle {
  return { id, title: place ?? domain, text: `${title} ${body}` };
}

function idOf(domain: string, entity: number | string, document: number | string): string {
  return `${domain}__${entity}__${document}`;
}
