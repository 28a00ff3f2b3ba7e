import { readLines, textDatasets } from "../../../text-datasets.ts";
import type { RetrievalSet, SetConversation } from "../retrieval-set.ts";

const { sgd } = textDatasets;

interface Dialogue {
  id: string;
  turns: { speaker: "user" | "system"; text: string; acts: string[] }[];
}

interface Fact {
  place: string;
  number: string;
  message: string;
}

const began = Date.UTC(2025, 0, 6, 9);
const minute = 60_000;
const phone = /\b\d{3}-\d{3}-\d{4}\b/;
/** Several words with capitals in a row. */
const properName = /\b[A-Z][\w'&-]*(?: (?:(?:of|at|the|and|&) )?[A-Z][\w'&-]*)+/g;
const business =
  /\b(Apartments?|Barber|Beauty|Care|Center|Clinic|Counsel\w*|Cuts|Dental|Dentist\w*|Gynecolog\w*|Hair\w*|Health|Medical|Psych\w*|Salon|Spa|Terrace|Therap\w*|Village)\b/;

/**
 * Long chats in which a message says a phone number and earlier ones say whose: to be found by the place's name it must be read with its
 * neighbours. The questions are made here. @throws AppError when the data is absent
 */
export function chatsSet(): RetrievalSet {
  const dialogues = readLines<Dialogue>(sgd, "dialogues_dev.jsonl");
  const facts = dialogues.flatMap(factsOf);
  const numbers = new Map<string, Set<string>>();
  for (const { place, number } of facts) {
    numbers.set(place, (numbers.get(place) ?? new Set()).add(number));
  }
  // A chain has many numbers: a question for one of them would be unfair.
  const places = [...numbers].filter(([, of]) => of.size === 1).map(([place]) => place);
  return {
    name: "chats",
    about: "“phone number of PLACE” against 800 chats; the message with the number does not name the place",
    articles: [],
    conversations: dialogues.map(conversationOf),
    queries: places.map((place) => ({
      id: place,
      text: `What is the phone number of ${place}?`,
      relevant: new Map(facts.filter((fact) => fact.place === place).map(({ message }) => [message, 1])),
    })),
    k: 10,
  };
}

function factsOf({ id, turns }: Dialogue): Fact[] {
  return turns.flatMap(({ speaker, text, acts }, turn) => {
    const number = phone.exec(text)?.[0];
    if (speaker !== "system" || !acts.includes("INFORM") || !number) return [];
    const offer = turns.slice(0, turn).findLast((before) => before.acts.includes("OFFER"));
    const place = offer && placeIn(offer.text);
    return place && !text.includes(place) ? [{ place, number, message: messageId(id, turn) }] : [];
  });
}

function placeIn(text: string): string | undefined {
  return text.match(properName)?.find((name) => business.test(name));
}

function conversationOf({ id, turns }: Dialogue, index: number): SetConversation {
  return {
    id,
    contact: `guest-${index}@chats.example`,
    channel: "CHAT",
    messages: turns.map(({ speaker, text }, turn) => ({
      id: messageId(id, turn),
      from: speaker === "user" ? "guest" : "assistant",
      direction: speaker === "user" ? "INBOUND" : "OUTBOUND",
      at: new Date(began + index * 60 * minute + turn * minute).toISOString(),
      text,
    })),
  };
}

function messageId(dialogue: string, turn: number): string {
  return `${dialogue}#${turn}`;
}
