import type { Duplex } from "node:stream";
import { errorBody } from "./error-body.ts";

/** Answers what Node could not even parse as a request, such as headers without end, and hangs up. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const tooLong = error.code === "HPE_HEADER_OVERFLOW";
  const status = tooLong ? "431 Request Header Fields Too Large" : "400 Bad Request";
  const message = tooLong
    ? "The headers are longer than 16 KB. Use shorter names."
    : "This is not an HTTP request. MCP is at /mcp.";
  const body = JSON.stringify(errorBody({ code: "VALIDATION_FAILED", message, path: "" }));
  const length = Buffer.byteLength(body);
  const headers = ["Connection: close", "Content-Type: application/json", `Content-Length: ${length}`];
  socket.end([`HTTP/1.1 ${status}`, ...headers, "", body].join("\r\n"));
}
