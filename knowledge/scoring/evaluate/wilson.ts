/** A range that a share lies in, 0–1. */
export interface ShareInterval {
  low: number;
  high: number;
}

/**
 * 95 % interval of a share, from how many of how many (Wilson, JASA 22, 1927). Without any it is 0–1.
 * @param z of the standard normal distribution: 1.96 for 95 %.
 */
export function wilsonInterval(hits: number, of: number, z = 1.959964): ShareInterval {
  if (of === 0) return { low: 0, high: 1 };
  const share = hits / of;
  const scale = 1 + z ** 2 / of;
  const centre = (share + z ** 2 / (2 * of)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return {
    low: Math.max(0, Math.min(share, centre - half)),
    high: Math.min(1, Math.max(share, centre + half)),
  };
}
