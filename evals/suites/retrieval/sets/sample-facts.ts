import { parse } from "csv-parse/sync";
import { sampleFiles } from "#knowledge/sample/sample-workspace.ts";
import type { SetConversation } from "../retrieval-set.ts";

/** Something that a message of the sample workspace says about a customer, with the question that asks for it. */
export interface SampleFact {
  question: string;
  company: string;
  message: string;
}

interface Ask {
  /** What a message must say; all of the sample's sentences are made by the project. */
  said: RegExp;
  question(company: string): string;
}

/** The moment that the sample is dated to: the same each time. */
export const sampleMoment = new Date("2026-11-16T09:00:00Z");

/** Whose wording is not the messages' where that can be. */
export const sampleAsks: readonly Ask[] = [
  {
    said: /is one of the others|we are also talking to|(?:are|is) at €[\d,]+\./i,
    question: (company) => `Which other agencies is ${company} talking to?`,
  },
  {
    said: /payable in \w+ instalments/i,
    question: (company) => `What payment in instalments did we offer ${company}?`,
  },
  {
    said: /\d+ weeks from the start/i,
    question: (company) => `How many weeks did we say the project for ${company} takes from the start?`,
  },
  {
    said: /We were thinking of €|Our limit is €|The budget we have in mind is €|We have set aside about €/i,
    question: (company) => `What budget does ${company} have in mind?`,
  },
  {
    said: /You are welcome to call|Talk to .{3,40}, they/i,
    question: (company) => `Which reference customer may ${company} call?`,
  },
  {
    said: /Your old data comes along/i,
    question: (company) => `What happens with the old data of ${company}?`,
  },
];

/** Every fact that the questions ask for; a company's several messages each make one. */
export function sampleFacts(): SampleFact[] {
  const companies = new Map(contacts().map(({ id, company }) => [id, company]));
  return sampleConversations().flatMap(({ contact, messages }) => {
    const company = companies.get(contact);
    if (!company) return [];
    return messages.flatMap(({ id, text }) =>
      sampleAsks
        .filter(({ said }) => said.test(text))
        .map(({ question }) => ({ question: question(company), company, message: id })),
    );
  });
}

/** The sample workspace's conversations as they are imported. */
export function sampleConversations(): SetConversation[] {
  return files()
    .conversationsJsonl.trim()
    .split("\n")
    .map((line): SetConversation => JSON.parse(line));
}

/** All that anybody wrote or noted in the sample workspace, articles included, to be sure of what was never said. */
export function sampleText(): string {
  const { conversationsJsonl, interactionsCsv, contactsCsv, companiesCsv, articlesJsonl } = files();
  return [conversationsJsonl, interactionsCsv, contactsCsv, companiesCsv, articlesJsonl].join("\n");
}

function contacts(): { id: string; company: string }[] {
  return parse(files().contactsCsv, { columns: true });
}

let made: ReturnType<typeof sampleFiles> | undefined;

function files() {
  made ??= sampleFiles({ seed: 7, now: sampleMoment });
  return made;
}
