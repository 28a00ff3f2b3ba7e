/** Past leads as points: what each thing that counts adds to a lead's log-odds. */
export interface Cloud {
  count: number;
  /** Points' coordinates that differ among them, the most telling first. */
  axes: Int32Array;
  /** count × axes. */
  vectors: Float32Array;
  /** 1 won, 0 lost, by point. */
  labels: Uint8Array;
}

/**
 * A cloud that can be searched fast: points stand in the order of their widest axis, so that a search can begin where the
 * lead belongs and end where the rest is too far.
 * @param vectors points × width.
 */
export function cloudOf(vectors: Float32Array, width: number, labels: Uint8Array): Cloud {
  const spreads = spreadOf(vectors, width, labels.length);
  const axes = Int32Array.from(spreads.keys())
    .filter((axis) => (spreads[axis] as number) > 0)
    .sort((a, b) => (spreads[b] as number) - (spreads[a] as number) || a - b);
  const at = (point: number, a: number) => vectors[point * width + (axes[a] as number)] as number;
  const order = Int32Array.from(labels.keys());
  if (axes.length > 0) order.sort((a, b) => at(a, 0) - at(b, 0) || a - b);
  const sorted = new Float32Array(labels.length * axes.length);
  order.forEach((point, place) => {
    for (let a = 0; a < axes.length; a++) sorted[place * axes.length + a] = at(point, a);
  });
  return {
    count: labels.length,
    axes,
    vectors: sorted,
    labels: Uint8Array.from(order, (point) => labels[point] as number),
  };
}

/** Points found near a lead, in no order that means anything. */
export interface Near {
  /** Squared. */
  distances: Float64Array;
  /** In the cloud. */
  places: Int32Array;
}

/** A lead's coordinates: as many of the values as a point has, from one place on. */
export interface LeadPoint {
  values: ArrayLike<number>;
  from: number;
}

/**
 * The k points of a cloud that are nearest to a lead, by Euclidean distance; fewer when there are fewer. Which of several
 * equally far points are taken does not depend on their outcomes.
 */
export function nearest(cloud: Cloud, { values, from }: LeadPoint, k: number): Near {
  const query = new Float64Array(cloud.axes.length);
  for (let a = 0; a < query.length; a++) query[a] = values[from + (cloud.axes[a] as number)] as number;
  const heap = farthestFirst(Math.min(k, cloud.count));
  let above = placeOf(cloud, query[0] ?? 0);
  let below = above - 1;
  let limit = Number.POSITIVE_INFINITY;
  for (;;) {
    const up = gapAt(cloud, above, query);
    const down = gapAt(cloud, below, query);
    // No point further out on this axis can be nearer in all.
    if (Math.min(up, down) >= limit) break;
    const place = up <= down ? above++ : below--;
    const distance = distanceUpTo(limit, cloud, place, query);
    if (distance < limit) limit = take(heap, distance, place);
  }
  return heap;
}

/** How many of those were won. */
export function wonAmong({ labels }: Cloud, { places }: Near): number {
  let won = 0;
  for (let i = 0; i < places.length; i++) won += labels[places[i] as number] as number;
  return won;
}

/** Their places, nearest first. */
export function inOrder({ distances, places }: Near): Int32Array {
  const order = Int32Array.from(places.keys());
  order.sort(
    (a, b) =>
      (distances[a] as number) - (distances[b] as number) || (places[a] as number) - (places[b] as number),
  );
  return order.map((at) => places[at] as number);
}

/** The first point that lies at or beyond a coordinate of the widest axis. */
function placeOf({ count, axes, vectors }: Cloud, coordinate: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((vectors[middle * axes.length] as number) < coordinate) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Squared distance along the widest axis; infinite past either end. */
function gapAt({ count, axes, vectors }: Cloud, place: number, query: Float64Array): number {
  if (place < 0 || place >= count) return Number.POSITIVE_INFINITY;
  if (axes.length === 0) return 0;
  const gap = (vectors[place * axes.length] as number) - (query[0] as number);
  return gap * gap;
}

/** Squared distance; once it is known to reach the limit, as much of it as that took. */
function distanceUpTo(limit: number, { axes, vectors }: Cloud, place: number, query: Float64Array): number {
  const width = axes.length;
  const from = place * width;
  let sum = 0;
  for (let a = 0; a < width && sum < limit; a++) {
    const gap = (vectors[from + a] as number) - (query[a] as number);
    sum += gap * gap;
  }
  return sum;
}

/** A binary heap with the farthest of the points found so far on top. */
function farthestFirst(size: number): Near {
  return { distances: new Float64Array(size).fill(Number.POSITIVE_INFINITY), places: new Int32Array(size) };
}

/** Puts a point in place of the farthest, and says how far the farthest is now. */
function take({ distances, places }: Near, distance: number, place: number): number {
  const size = distances.length;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && (distances[child + 1] as number) > (distances[child] as number)) child++;
    if ((distances[child] as number) <= distance) break;
    distances[at] = distances[child] as number;
    places[at] = places[child] as number;
    at = child;
  }
  distances[at] = distance;
  places[at] = place;
  return distances[0] as number;
}

function spreadOf(vectors: Float32Array, width: number, count: number): Float64Array {
  const spreads = new Float64Array(width);
  for (let axis = 0; axis < width; axis++) {
    let sum = 0;
    let squares = 0;
    const first = vectors[axis] ?? 0;
    for (let i = 0; i < count; i++) {
      const v = (vectors[i * width + axis] as number) - first;
      sum += v;
      squares += v * v;
    }
    spreads[axis] = squares - (sum * sum) / count;
  }
  return spreads;
}
