/**
 * A point near which a function of few variables is smallest (Nelder & Mead, Computer Journal 7, 1965).
 * @param step length of the first simplex's edges.
 */
export function minimise(
  cost: (point: Float64Array) => number,
  start: readonly number[],
  { step = 0.8, rounds = 60 }: { step?: number; rounds?: number } = {},
): Float64Array {
  const at = (point: Float64Array) => ({ point, cost: cost(point) });
  const corners = [at(Float64Array.from(start))];
  for (let i = 0; i < start.length; i++) {
    corners.push(at(Float64Array.from(start, (value, j) => (i === j ? value + step : value))));
  }
  for (let round = 0; round < rounds; round++) {
    corners.sort((a, b) => a.cost - b.cost);
    const [best, worst, second] = [corners[0], corners.at(-1), corners.at(-2)];
    if (!best || !worst || !second || worst.cost - best.cost <= 1e-6 * Math.abs(best.cost)) break;
    const middle = Float64Array.from(start, (_, j) => mean(corners.slice(0, -1), j));
    const towards = (by: number) => at(middle.map((m, j) => m + by * ((worst.point[j] as number) - m)));
    let next = towards(-1);
    if (next.cost < best.cost) {
      const further = towards(-2);
      if (further.cost < next.cost) next = further;
    } else if (next.cost >= second.cost) {
      next = towards(0.5);
    }
    if (next.cost < worst.cost) corners[corners.length - 1] = next;
    else {
      for (let i = 1; i < corners.length; i++) {
        corners[i] = at(
          (corners[i] ?? best).point.map((value, j) => (value + (best.point[j] as number)) / 2),
        );
      }
    }
  }
  return corners.reduce((best, corner) => (corner.cost < best.cost ? corner : best)).point;
}

function mean(corners: readonly { point: Float64Array }[], place: number): number {
  return corners.reduce((sum, { point }) => sum + (point[place] as number), 0) / corners.length;
}
