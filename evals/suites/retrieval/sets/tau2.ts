import { readLines, readText, textDatasets } from "../../../text-datasets.ts";
import type { RetrievalSet, SetArticle } from "../retrieval-set.ts";

const { tau2 } = textDatasets;

interface Task {
  id: string;
  user_scenario: { instructions: unknown };
  required_documents: string[];
}

/** A bank's help articles, and what a customer wants, whose case needs several of them. @throws AppError when the data is absent */
export function tau2Set(): RetrievalSet {
  const tasks: Task[] = JSON.parse(readText(tau2, "tasks_dev.json"));
  return {
    name: "tau2",
    about: "customers' cases (whole instructions) against a bank's 698 articles; each needs several",
    articles: tau2Articles(),
    conversations: [],
    queries: tasks.map(({ id, user_scenario, required_documents }) => ({
      id,
      text: textOf(user_scenario.instructions),
      relevant: new Map(required_documents.map((document) => [document, 1])),
    })),
    k: 10,
  };
}

/** The bank's articles. @throws AppError when the data is absent */
export function tau2Articles(): SetArticle[] {
  return readLines<{ id: string; title: string; content: string }>(tau2, "documents.jsonl").map(
    ({ id, title, content }) => ({ id, title, text: content }),
  );
}

/** A text as it is; of anything else the texts within. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return "";
  return Object.values(value).map(textOf).filter(Boolean).join("\n");
}
