import type { z } from "zod";
import type { Rapport } from "../compose/compose.ts";
import { count } from "./output.ts";

type Found = z.infer<Rapport["tools"]["searchConversations"]["output"]>;

/** What was found, for people at a terminal. */
export function searchText({ hits, searched }: Found): string {
  return [searchedText(searched, hits.length), ...hits.map(hitText)].join("\n\n");
}

/** What was searched, in a sentence. */
export function searchedText({ passages, embedder, pending }: Found["searched"], found: number): string {
  const how = embedder ? `by words, names and ${embedder}` : "by words and names";
  const waiting =
    pending > 0 ? ` ${count(pending)} texts are not searchable yet: npm run -s rapport -- index` : "";
  return `${count(found)} found in ${count(passages)} passages, searched ${how}.${waiting}`;
}

function hitText(hit: Found["hits"][number], index: number): string {
  const way = hit.direction === "INBOUND" ? "inbound" : hit.direction === "OUTBOUND" ? "outbound" : null;
  const speaker = hit.speaker === hit.contact_name ? null : hit.speaker;
  const header = [hit.at.slice(0, 10), hit.contact_name, speaker, hit.title, hit.channel, way];
  const ids = [
    hit.message_id && `message ${hit.message_id}`,
    hit.conversation_id && `conversation ${hit.conversation_id}`,
    hit.article_id && `article ${hit.article_id}`,
  ];
  return [
    `${index + 1}. ${header.filter(Boolean).join(", ")}  (${hit.score.toFixed(2)}, by ${hit.found_by.join(" and ")})`,
    `   ${hit.text}`,
    `   ${ids.filter(Boolean).join(", ")}`,
  ].join("\n");
}
