/** An error as clients throw it: each has its own name for the HTTP status. */
export interface ErrorLink {
  name?: string;
  message?: string;
  code?: unknown;
  status?: unknown;
  statusCode?: unknown;
  status_code?: unknown;
  cause?: unknown;
}

/** An error and what caused it, outermost first. */
export function errorChain(error: unknown): ErrorLink[] {
  const links: ErrorLink[] = [];
  for (
    let link = error;
    link && typeof link === "object" && links.length < 8;
    link = (link as ErrorLink).cause
  ) {
    links.push(link as ErrorLink);
  }
  return links;
}

/** The HTTP status that an error tells of; 401 for AI Studio's way of refusing a key, which is a 400. */
export function httpStatusOf(links: readonly ErrorLink[]): number | undefined {
  const status = links
    .flatMap((link) => [link.status, link.statusCode, link.status_code])
    .find((value): value is number => typeof value === "number" && value >= 300);
  return status === 400 && links.some((link) => badKey.test(link.message ?? "")) ? 401 : status;
}

/** Whether no server was reached, with the system's code for it if there is one. */
export function networkFaultOf(links: readonly ErrorLink[]): { code?: string } | undefined {
  const code = links
    .map((link) => link.code)
    .find((value) => typeof value === "string" && noServer.test(value));
  if (typeof code === "string") return { code };
  return links.some((link) => lostConnection.test(link.message ?? "")) ? {} : undefined;
}

/** What an error and its causes say, on one line, without any of the secrets: providers quote the key they were shown. */
export function describeErrors(links: readonly ErrorLink[], secrets: readonly string[]): string {
  const said = links.map((link) => `${link.name ?? "Error"}: ${link.message ?? ""}`).join(" < ");
  const masked = secrets.reduce((text, secret) => text.replaceAll(secret, "***"), said);
  return masked.replace(/\bBearer\s+\S+/gi, "Bearer ***").slice(0, 500);
}

const badKey = /API key (not valid|expired)|API_KEY_INVALID/i;
const noServer =
  /^(ECONN|EHOST|ENET|ENOTFOUND|EAI_|ETIMEDOUT|EPIPE|UND_ERR|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;
const lostConnection = /^(fetch failed|terminated|Connection error|socket hang up)/i;
