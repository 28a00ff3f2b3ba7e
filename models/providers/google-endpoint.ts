/** One of the two doors to Gemini: where it is, and how one proves who asks. */
export interface GoogleEndpoint {
  /** "gai": AI Studio with a key; "gcp": Vertex AI with a service account. */
  platform: "gai" | "gcp";
  /** Without a trailing slash; may hold a path, for gateways. */
  baseUrl: string;
  /** Headers that carry the credential; it never stands in a URL, because URLs end up in messages. */
  authorize(): Promise<Record<string, string>>;
  /** Vertex AI only. */
  project?: string;
  location?: string;
}

/** Posts JSON to a path of the endpoint; the signal ends the request. */
export async function postToGoogle(
  endpoint: GoogleEndpoint,
  { path, body, signal }: { path: string; body: string; signal: AbortSignal },
): Promise<Response> {
  const credentials = await endpoint.authorize();
  return fetch(endpoint.baseUrl.replace(/\/+$/, "") + path, {
    method: "POST",
    headers: { "content-type": "application/json", ...credentials },
    body,
    signal,
  });
}
