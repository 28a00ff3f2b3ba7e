import type { ClientCapabilities } from "@modelcontextprotocol/server";

/** The key under which a client says, in its experimental capabilities or in a request's `_meta`, which charts it can show. */
export const chartsKey = "rapport/charts";

export const svgMimeType = "image/svg+xml";

/**
 * Whether a client has said that it can show SVG images: `{"rapport/charts": {"mimeTypes": ["image/svg+xml"]}}` among its experimental
 * capabilities or in the `_meta` of the call, or that asks for them in the call (`charts: true`). Others get none: hosts that hand images to a language model fail on SVG (decision 0015).
 */
export function acceptsCharts(
  capabilities: ClientCapabilities | undefined,
  { meta, input }: { meta: Record<string, unknown> | undefined; input?: unknown },
): boolean {
  if (typeof input === "object" && input !== null && "charts" in input && input.charts === true) return true;
  return [capabilities?.experimental?.[chartsKey], meta?.[chartsKey]].some(namesSvg);
}

function namesSvg(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("mimeTypes" in value)) return false;
  return Array.isArray(value.mimeTypes) && value.mimeTypes.includes(svgMimeType);
}
