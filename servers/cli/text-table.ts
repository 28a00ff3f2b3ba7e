/** Rows under a heading in columns as wide as their widest cell: the first ones to the left, all others to the right. */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  texts = 1,
): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => [...(row[column] ?? "")].length)));
  return all.map((row) =>
    head
      .map((_, column) => {
        const cell = row[column] ?? "";
        const room = " ".repeat((widths[column] ?? 0) - [...cell].length);
        return column < texts ? cell + room : room + cell;
      })
      .join("  ")
      .trimEnd(),
  );
}
