import type { CallToolResult } from "@modelcontextprotocol/server";
import { toAppError } from "#core/errors.ts";
import { log } from "#core/log.ts";
import { svgMimeType } from "./accepts-charts.ts";

/** A picture beside a tool's text. */
export interface ToolChart {
  title: string;
  /** A whole SVG document. */
  svg: string;
}

/** Draws what a tool answered; the text says all of it too. Loads what it draws with when it is first asked: few hosts show charts. */
export type DrawCharts = (output: never) => Promise<readonly ToolChart[]>;

const mostCharts = 3;
const mostBytes = 60_000;

/** The charts of an answer as image content: 3 at most, each below 60 kB, others are left out. One that fails costs the answer nothing. */
export async function chartContent(
  draw: DrawCharts | undefined,
  output: unknown,
): Promise<CallToolResult["content"]> {
  if (!draw) return [];
  try {
    return (await draw(output as never))
      .map(({ svg }) => Buffer.from(svg))
      .filter(({ length }) => length < mostBytes)
      .slice(0, mostCharts)
      .map((bytes) => ({
        type: "image",
        mimeType: svgMimeType,
        data: bytes.toString("base64"),
        annotations: { audience: ["user"] },
      }));
  } catch (error) {
    log.error({ err: toAppError(error).cause }, "drawing charts failed");
    return [];
  }
}
