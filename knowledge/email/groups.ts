/** Which mails belong together (Tarjan's disjoint sets, 1975). */
export interface Groups {
  find: (place: number) => number;
  join: (a: number, b: number) => void;
}

/** As many groups of one as there are mails. */
export function newGroups(count: number): Groups {
  const parents = Array.from({ length: count }, (_, place) => place);
  const find = (place: number): number => {
    let root = place;
    for (let above = parents[root] ?? root; above !== root; above = parents[root] ?? root) root = above;
    for (let at = place; at !== root; ) {
      const above = parents[at] ?? root;
      parents[at] = root;
      at = above;
    }
    return root;
  };
  return {
    find,
    join(a, b) {
      const [first, second] = [find(a), find(b)];
      if (first !== second) parents[Math.max(first, second)] = Math.min(first, second);
    },
  };
}
