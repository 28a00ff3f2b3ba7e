/// <reference lib="dom" />
import { element, fieldsOf, readable } from "./elements.ts";

/** The client of MCP Apps; it stands before this script in the page. */
declare const McpApps: typeof import("@modelcontextprotocol/ext-apps");

/** Connects to the host and shows each answer of the tool, in the host's theme. */
export function showAnswers(name: string, draw: (answer: Record<string, unknown>) => Node): void {
  const root = document.getElementById("view");
  const app = new McpApps.App({ name, version: "1" }, {});
  const show = (node: Node) => root?.replaceChildren(node);
  app.addEventListener("toolresult", ({ structuredContent, content, isError }) => {
    if (isError || !structuredContent) show(told(content, isError));
    else show(drawn(draw, fieldsOf(structuredContent)));
  });
  app.addEventListener("toolcancelled", () =>
    show(element("p", { class: "soft" }, "The call was cancelled.")),
  );
  app.addEventListener("hostcontextchanged", () => followHost(app));
  void app.connect().then(() => followHost(app));
}

type Content = readonly { type: string }[];

/** An answer without structure as the text that came with it. */
function told(content: Content, isError: boolean | undefined): Node {
  const texts = content.flatMap((part) => ("text" in part ? [readable(part.text, 4_000)] : []));
  return element("p", { class: isError ? "error" : "soft" }, texts.join("\n") || "There is nothing to show.");
}

/** What cannot be drawn is said, not left blank: the text of the answer has it all. */
function drawn(draw: (answer: Record<string, unknown>) => Node, answer: Record<string, unknown>): Node {
  try {
    return draw(answer);
  } catch {
    return element("p", { class: "error" }, "This answer cannot be drawn; its text says the same.");
  }
}

function followHost(app: InstanceType<typeof McpApps.App>): void {
  const { theme, styles } = app.getHostContext() ?? {};
  if (theme) McpApps.applyDocumentTheme(theme);
  if (styles?.variables) McpApps.applyHostStyleVariables(styles.variables);
}
