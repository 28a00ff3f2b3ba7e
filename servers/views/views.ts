import type { ViewDefinition } from "../mcp/server-definition.ts";
import { viewPage } from "./view-page.ts";

const shared = ["elements", "point-chart", "show-answers"];
const board = ["../../charts/drawn-grain", ...shared, "evidence-table", "insight-board"];

/** The insights of a period as a board of cards. */
export const insightBoard: ViewDefinition = {
  name: "insight-board",
  title: "Insight board",
  description:
    "Shows what generate_insights found: a card an insight, with its chart, its evidence and what to do.",
  uri: "ui://rapport/insight-board.html",
  tools: ["generate_insights"],
  html: once(() => viewPage({ title: "Insight board", scripts: board })),
};

/** One lead's score and what it is made of. */
export const scoreExplanation: ViewDefinition = {
  name: "score-explanation",
  title: "Score explanation",
  description:
    "Shows what explain_score says of a lead: the score with its interval, what moves it and what would help.",
  uri: "ui://rapport/score-explanation.html",
  tools: ["explain_score"],
  html: once(() => viewPage({ title: "Score explanation", scripts: [...shared, "score-explanation"] })),
};

/** Makes it when it is first asked for: most processes serve no view. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
