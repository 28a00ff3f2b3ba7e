import type { SetConversation } from "../../suites/retrieval/retrieval-set.ts";
import type { Vocabulary } from "./made-up-words.ts";

/** Conversations with the contacts that they belong to. */
export interface MadeUpTenant {
  contactsCsv: string;
  conversations: SetConversation[];
  /** "Drabal Storkai": names of people and companies as a question would write them. */
  names: string[];
}

const messagesEach = 8;
const conversationsEach = 4;
const began = Date.UTC(2025, 0, 6, 8);
const hour = 3_600_000;

/** Makes so many messages of 10 to 60 words, eight a conversation, four conversations a contact. */
export function madeUpTenant(
  { words, draw }: Vocabulary,
  random: () => number,
  { messages, from = 0 }: { messages: number; from?: number },
): MadeUpTenant {
  const name = () => capital(words[1_000 + Math.floor(random() * (words.length - 1_000))] ?? "");
  const conversations: SetConversation[] = [];
  const rows = ["id,email,first_name,last_name,company"];
  const names: string[] = [];
  for (let done = 0; done < messages; done += messagesEach) {
    const number = from + conversations.length;
    const contact = `c${from + Math.floor(conversations.length / conversationsEach)}`;
    if (conversations.length % conversationsEach === 0) {
      const [first, last, company] = [name(), name(), `${name()} ${name()}`];
      rows.push(`${contact},${contact}@bench.example,${first},${last},${company}`);
      names.push(`${first} ${last}`, company);
    }
    const length = Math.min(messagesEach, messages - done);
    conversations.push(conversation({ number, contact, length, random, draw }));
  }
  return { contactsCsv: `${rows.join("\n")}\n`, conversations, names };
}

interface Talk {
  number: number;
  contact: string;
  length: number;
  random(): number;
  draw(): string;
}

function conversation({ number, contact, length, random, draw }: Talk): SetConversation {
  const text = () => Array.from({ length: 10 + Math.floor(random() * 51) }, draw).join(" ");
  return {
    id: `t${number}`,
    contact,
    channel: "EMAIL",
    subject: Array.from({ length: 5 }, draw).join(" "),
    messages: Array.from({ length }, (_, index) => ({
      id: `t${number}-${index}`,
      from: index % 2 === 0 ? `${contact}@bench.example` : "rep@bench.example",
      direction: index % 2 === 0 ? "INBOUND" : "OUTBOUND",
      at: new Date(began + number * hour + index * 60_000).toISOString(),
      text: `${capital(text())}.`,
    })),
  };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
