import type { DataTable } from "../../report/data-table.ts";
import { type Coverage, pooledShare, type Share, shareInside } from "./coverage.ts";

/** Coverage by shape and size in percent, with mean widths in points, and what is pooled over the shapes of each family and over all. */
export function coverageTable(coverages: readonly Coverage[]): DataTable {
  const shapes = [...new Set(coverages.map(({ shape }) => shape))];
  const sizes = [...new Set(coverages.map(({ leads }) => leads))].sort((a, b) => a - b);
  const rows = shapes.map((shape) => {
    const of = coverages.filter((coverage) => coverage.shape === shape);
    const cells = sizes.map((leads) => cell(of.find((one) => one.leads === leads)));
    return [shape, ...cells, shareText(pooledShare(of))];
  });
  const families = [...new Set(coverages.map(({ family }) => family))];
  const apart = families.map((family) => {
    const of = coverages.filter((coverage) => coverage.family === family);
    return pooledRow(`all ${family} shapes`, of, sizes);
  });
  return {
    head: ["leads", ...sizes.map(String), "all sizes"],
    rows: [...rows, ...(apart.length > 1 ? apart : []), pooledRow("all shapes", coverages, sizes)],
  };
}

function pooledRow(name: string, coverages: readonly Coverage[], sizes: readonly number[]): string[] {
  const bySize = sizes.map((leads) => coverages.filter((coverage) => coverage.leads === leads));
  const shares = bySize.map((of) => (of.length > 0 ? shareText(pooledShare(of)) : "–"));
  return [name, ...shares, shareText(pooledShare(coverages))];
}

/** "89.4 ±1.2": a share and its standard error, in percent. */
export function shareText({ share, error }: Share): string {
  const shown = (100 * share).toFixed(1);
  return Number.isNaN(error) ? shown : `${shown} ±${(100 * error).toFixed(1)}`;
}

/** "89.4 ±1.2 (w 14)", with the mean width in points; a dash where nothing could be trained. */
function cell(coverage: Coverage | undefined): string {
  if (!coverage) return "–";
  return `${shareText(shareInside(coverage))} (w ${(100 * coverage.width).toFixed(0)})`;
}
