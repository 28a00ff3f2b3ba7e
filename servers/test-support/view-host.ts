import type { CallToolResult, JSONRPCMessage, Transport } from "@modelcontextprotocol/client";
import { AppBridge } from "@modelcontextprotocol/ext-apps/app-bridge";
import type { Browser, Frame, Page } from "playwright-core";

export interface ShownView {
  page: Page;
  /** The view's own document. */
  frame: Frame;
  /** Requests, dialogs, uncaught errors and breaches of the policy: all that a view should not do. */
  misdeeds: string[];
  bridge: AppBridge;
}

export interface Shown {
  html: string;
  result: CallToolResult;
  theme?: "light" | "dark";
  width?: number;
}

/** The policy that MCP Apps asks of hosts where a view names no domains. */
const hostPolicy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; connect-src 'none'; frame-src 'self'";

const hostPage = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${hostPolicy}">
<body style="margin:0"><iframe id="view" sandbox="allow-scripts" style="border:0;width:100%;height:100vh"></iframe>
<script>addEventListener("message", (event) => toBridge(JSON.stringify(event.data)));</script>`;

/**
 * Shows a view as a host does: in a sandboxed frame, with the host's side of the protocol spoken by the package's own AppBridge, whose messages
 * travel between this process and the page.
 */
export async function showView(
  browser: Browser,
  { html, result, theme = "light", width = 760 }: Shown,
): Promise<ShownView> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: theme });
  const misdeeds = watch(page);
  const transport = await pageTransport(page);
  const bridge = new AppBridge(null, { name: "test host", version: "1" }, {}, { hostContext: { theme } });
  const ready = new Promise<void>((resolve) => bridge.addEventListener("initialized", () => resolve()));
  await page.setContent(hostPage);
  await bridge.connect(transport);
  await page.locator("#view").evaluate((frame, text) => frame.setAttribute("srcdoc", text), html);
  await ready;
  await bridge.sendToolInput({ arguments: {} });
  await bridge.sendToolResult(result);
  const frame = page.frames().at(-1) ?? page.mainFrame();
  await frame.waitForFunction(() => !document.querySelector(".waiting"));
  return { page, frame, misdeeds, bridge };
}

function watch(page: Page): string[] {
  const misdeeds: string[] = [];
  page.on("request", (request) => misdeeds.push(`request ${request.url().slice(0, 80)}`));
  page.on("pageerror", (error) => misdeeds.push(`error ${error.message}`));
  page.on("console", (message) => message.type() === "error" && misdeeds.push(`console ${message.text()}`));
  page.on("dialog", (dialog) => {
    misdeeds.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  return misdeeds;
}

async function pageTransport(page: Page): Promise<Transport> {
  const transport: Transport = {
    start: async () => {},
    close: async () => {},
    send: (message) =>
      page.locator("#view").evaluate(
        (frame, sent) => {
          if (frame instanceof HTMLIFrameElement) frame.contentWindow?.postMessage(sent, "*");
        },
        message as JSONRPCMessage & object,
      ),
  };
  await page.exposeFunction("toBridge", (text: string) => transport.onmessage?.(JSON.parse(text)));
  return transport;
}
