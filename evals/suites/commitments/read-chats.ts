import { readLines, readText, textDatasets } from "../../text-datasets.ts";
import type { Turn } from "./agent-replies.ts";

/** Chats of four collections by name, each as turns; a reader throws where its collection is absent. */
export const chats: Readonly<Record<string, () => Turn[][]>> = {
  sgd_services_homes: () =>
    readLines<{ turns: { speaker: string; text: string }[] }>(textDatasets.sgd, "dialogues_dev.jsonl").map(
      ({ turns }) =>
        turns.map(({ speaker, text }): Turn => ({ who: speaker === "user" ? "customer" : "agent", text })),
    ),
  tau_bench_retail: () => tau("retail_few_shot.jsonl"),
  tau_bench_airline: () => tau("airline_few_shot.jsonl"),
  ms_contact_center: () => {
    const calls: { Content: string }[] = JSON.parse(readText(textDatasets.contactCenter, "processed.json"));
    return calls.map(({ Content }) => spoken(Content));
  },
};

function tau(file: string): Turn[][] {
  return readLines<{ messages_display: string }>(textDatasets.tauTrajectories, file).map(
    ({ messages_display }) =>
      messages_display.split(/^(?=(?:user|assistant|tool): )/m).flatMap((part): Turn[] => {
        const [, who = "", text = ""] = /^(user|assistant|tool): ([\s\S]*)$/.exec(part.trim()) ?? [];
        if (text === "" || text === "None") return [];
        if (who === "tool") return [{ who: "fact", text: factsOf(text) }];
        return [{ who: who === "user" ? "customer" : "agent", text }];
      }),
  );
}

/** What a tool returned, a line for each value: "gift card balance: 60". */
function factsOf(text: string): string {
  if (!/^[[{]/.test(text)) return text;
  try {
    return linesOf(JSON.parse(text), []).join("\n");
  } catch {
    return text;
  }
}

function linesOf(value: unknown, path: readonly string[]): string[] {
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, inner]) =>
      linesOf(inner, [...path, key.replaceAll("_", " ")]),
    );
  return [`${path.join(" ")}: ${String(value).replaceAll("_", " ")}`];
}

function spoken(content: string): Turn[] {
  return content.split(/\*\*(?=(?:Agent|Customer|[A-Z]\w+):\*\*)/).flatMap((part): Turn[] => {
    const [, who = "", text = ""] = /^(\w+):\*\*\s*([\s\S]*?)\s*$/.exec(part) ?? [];
    return text === "" ? [] : [{ who: who === "Customer" ? "customer" : "agent", text }];
  });
}
