/// <reference lib="dom" />
import { element, listOf, numberOf, textsOf, words } from "./elements.ts";
import { type Kind, plain } from "./point-chart.ts";

/** The numbers and the records behind an insight. */
export function evidenceTable(value: unknown, { kind, unit }: { kind: Kind; unit: string }): Node | null {
  const points = listOf(value).slice(0, 60);
  if (points.length === 0) return null;
  const rows = points.map((point) => {
    const ids = textsOf(point.ids);
    const height = numberOf(point.value);
    const n = numberOf(point.n);
    return element(
      "tr",
      {},
      element(
        "th",
        { attributes: { scope: "row" } },
        words(point.label, 120),
        ids.length > 0 ? element("div", { class: "soft" }, words(ids.slice(0, 20).join(", "), 900)) : null,
      ),
      element("td", { class: "number" }, height === null ? "–" : plain(height, kind)),
      element("td", { class: "number soft" }, n === null ? "" : `n ${n.toLocaleString("en-US")}`),
    );
  });
  return element(
    "details",
    {},
    element("summary", {}, "Evidence"),
    element("table", {}, tableHead(["what", unit || "value", "of"]), element("tbody", {}, ...rows)),
  );
}

function tableHead(names: readonly string[]): HTMLElement {
  const cells = names.map((name, column) =>
    element("th", { attributes: { scope: "col" }, ...(column > 0 && { class: "number" }) }, name),
  );
  return element("thead", {}, element("tr", {}, ...cells));
}
