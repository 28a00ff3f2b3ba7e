/**
 * Places of the largest absolute values, largest first; equal ones in the order of their names.
 * @param count how many; all when there are fewer.
 */
export function strongest(values: Float64Array, names: readonly string[], count: number): number[] {
  const before = (a: number, b: number) => {
    const gap = Math.abs(values[b] as number) - Math.abs(values[a] as number);
    return gap || ((names[a] as string) < (names[b] as string) ? -1 : 1);
  };
  if (count >= values.length) return Array.from(values.keys()).sort(before);
  const best: number[] = [];
  for (let place = 0; place < values.length; place++) {
    if (best.length === count && before(place, best[count - 1] as number) > 0) continue;
    let at = best.length < count ? best.length : count - 1;
    for (; at > 0 && before(place, best[at - 1] as number) < 0; at--) best[at] = best[at - 1] as number;
    best[at] = place;
  }
  return best;
}
